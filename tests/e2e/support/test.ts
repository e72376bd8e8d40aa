/** What every journey is held to: no other host, no error on the console, nothing that the policy had to stop. */
import { readFileSync } from 'node:fs';
import { type BrowserContext, test as base, expect } from '@playwright/test';
import { parse } from 'yaml';

export { expectAccessible } from './accessible.ts';
export { expect };

/** The neutral page that the way out ends on, from content/course.yaml. */
export const neutralPage: string = (parse(readFileSync('content/course.yaml', 'utf8')) as { leaveTo: string })
  .leaveTo;

interface Options {
  /** The journey takes the way out: the neutral page is answered by an empty one, without a network. */
  mayLeave: boolean;
  /** Console messages that this journey provokes on purpose, such as a page that does not exist. */
  mayLog: readonly RegExp[];
}

/**
 * Playwright's `test`, watched. `test.use({ mayLeave: true })` and `test.use({ mayLog: [/404/] })` make exceptions.
 *
 * Everything of the context is watched, also pages that a page opens.
 */
export const test = base.extend<Options & { watched: undefined }>({
  mayLeave: [false, { option: true }],
  mayLog: [[], { option: true }],
  watched: [
    async ({ context, baseURL, mayLeave, mayLog }, use) => {
      const neutral = new URL(neutralPage).host;
      if (mayLeave) {
        const title =
          '<!doctype html><html lang="en"><title>Neutral page</title><link rel="icon" href="data:,">';
        await context.route(
          (url) => url.host === neutral,
          (route) => route.fulfill({ contentType: 'text/html', body: title }),
        );
      }
      const own = new URL(baseURL ?? '').host;
      const expectNothingWrong = await watch(context, mayLeave ? [own, neutral] : [own], mayLog);
      await use(undefined);
      expectNothingWrong();
    },
    { auto: true },
  ],
});

/**
 * Watches a context, also one that a journey opens for somebody else.
 *
 * @param hosts Those that may be asked.
 * @param mayLog Console messages that are provoked on purpose.
 * @returns What fails the journey if anything was wrong until then.
 */
export async function watch(
  context: BrowserContext,
  hosts: readonly string[],
  mayLog: readonly RegExp[] = [],
): Promise<() => void> {
  const wrong: string[] = [];
  const note = (text: string) => {
    if (!mayLog.some((allowed) => allowed.test(text))) wrong.push(text);
  };
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!/^(https?|wss?):$/.test(url.protocol) || hosts.includes(url.host)) return;
    // Never excused by mayLog: that another host is asked is wrong whatever the journey does.
    wrong.push(`Asked another host: ${request.method()} ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') note(`Console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) =>
    note(`Uncaught: ${error.error().message} (${error.page()?.url() ?? ''})`),
  );
  // Browsers differ in what they log of a violation; the event says it plainly, and reaches us as an error.
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `Policy: ${event.violatedDirective} stopped ${event.blockedURI} in ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  return () => expect(wrong, 'requests to other hosts, console errors and policy violations').toEqual([]);
}
