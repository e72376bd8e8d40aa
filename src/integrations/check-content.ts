import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { formatProblem, type LocatedProblem } from '../core/problem/index.ts';
import { contentOnce, forgetContent } from './content-once.ts';
import { languagesOf } from './load-content.ts';

/**
 * Stops the build when content has problems, and lists the problems of all languages. Overdue reviews are listed; with STRICT=1
 * they fail the build too. While authors work (`npm run dev`), a changed file is read again and its
 * problems are printed.
 */
export function checkContent(): AstroIntegration {
  return {
    name: 'check-content',
    hooks: {
      'astro:config:done': ({ logger }) => {
        // Astro starts again when its own settings change.
        forgetContent();
        const loaded = languagesOf(process.cwd()).map(contentOnce);
        const problems = loaded.flatMap(({ problems }) => problems);
        for (const late of loaded[0]?.content?.overdue ?? [])
          logger.warn(`to be looked at again since ${late.lookAgainBy}: ${late.file} ${late.what}`);
        if (problems.length === 0) return;
        // Printed rather than thrown, because Astro adds hints of its own to what is thrown.
        logger.error(list(problems));
        throw new Error(`Refused: ${counted(problems)}, listed above.`);
      },
      'astro:server:setup': ({ server, logger }) => {
        const folder = join(process.cwd(), 'content');
        let timer: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(folder)) return;
          forgetContent();
          // An editor may write several files at once; they are read once.
          clearTimeout(timer);
          timer = setTimeout(() => {
            const problems = languagesOf(process.cwd()).flatMap((lang) => contentOnce(lang).problems);
            if (problems.length > 0) logger.error(list(problems));
            server.ws.send({ type: 'full-reload' });
          }, 100);
        });
      },
    },
  };
}

function list(problems: readonly LocatedProblem[]): string {
  return `${counted(problems)}:\n\n${problems.map(formatProblem).join('\n\n')}\n`;
}

function counted(problems: readonly LocatedProblem[]): string {
  return `${problems.length} problem${problems.length === 1 ? '' : 's'} in content`;
}
