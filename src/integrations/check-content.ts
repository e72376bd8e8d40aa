import type { AstroIntegration } from 'astro';
import { formatProblem } from '../core/problem/index.ts';
import { languagesOf, loadContent } from './load-content.ts';

/**
 * Refuses to build what is wrong: all problems of all languages at once. Overdue reviews are listed; with STRICT=1
 * they fail the build too.
 */
export function checkContent(): AstroIntegration {
  return {
    name: 'check-content',
    hooks: {
      'astro:config:done': ({ logger }) => {
        const root = process.cwd();
        const today = new Date().toISOString().slice(0, 10);
        const loaded = languagesOf(root).map((lang) =>
          loadContent(root, {
            lang,
            country: process.env.COUNTRY,
            today,
            strict: process.env.STRICT === '1',
          }),
        );
        const problems = loaded.flatMap(({ problems }) => problems);
        for (const late of loaded[0]?.content?.overdue ?? [])
          logger.warn(`to be looked at again since ${late.lookAgainBy}: ${late.file} ${late.what}`);
        if (problems.length === 0) return;
        // Printed rather than thrown, because Astro adds hints of its own to what is thrown.
        logger.error(
          `${problems.length} problem${problems.length === 1 ? '' : 's'} in content:\n\n${problems.map(formatProblem).join('\n\n')}\n`,
        );
        throw new Error(
          `Content was refused: ${problems.length} problem${problems.length === 1 ? '' : 's'}, listed above.`,
        );
      },
    },
  };
}
