import type { AstroIntegration } from 'astro';
import { formatProblem } from '../core/problem/index.ts';
import { languagesOf } from './load-content.ts';
import { loadHandouts } from './load-handouts.ts';

/** Refuses to build when a handout names a source or a contact that is not there, or lacks a word. */
export function checkHandouts(): AstroIntegration {
  return {
    name: 'check-handouts',
    hooks: {
      'astro:config:done': ({ logger }) => {
        const root = process.cwd();
        const today = new Date().toISOString().slice(0, 10);
        const strict = process.env.STRICT === '1';
        const loaded = languagesOf(root).map((lang) => loadHandouts(root, { lang, today, strict }));
        for (const card of Object.values(loaded[0]?.handouts.cards ?? {}))
          if (card.overdue)
            logger.warn(`to be looked at again since ${card.lookAgainBy}: the pocket card "${card.id}"`);
        const problems = loaded.flatMap(({ problems }) => problems);
        if (problems.length === 0) return;
        logger.error(`in content/handouts:\n\n${problems.map(formatProblem).join('\n\n')}\n`);
        throw new Error('Handouts were refused; what is wrong with them is listed above.');
      },
    },
  };
}
