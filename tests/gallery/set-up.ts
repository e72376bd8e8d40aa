import type { Example } from './example.ts';

/**
 * Runs in the page, before everything else in it: gives the page what its example says it finds, and does the steps
 * when its islands have come to life. Says `ready` or what went wrong in the `data-gallery` of the root element.
 *
 * Self-contained: only its text is sent to the page.
 *
 * @param recordKey Name under which the edition keeps its record.
 */
export function setUp(example: Example, recordKey: string): void {
  const root = document.documentElement;
  if (example.dir) root.dir = example.dir;
  const record =
    example.record === undefined || typeof example.record === 'string'
      ? example.record
      : JSON.stringify(example.record);
  localStorage.clear();
  sessionStorage.clear();
  if (record !== undefined) localStorage.setItem(recordKey, record);
  if (example.storage)
    for (const method of example.storage === 'full' ? ['setItem'] : ['setItem', 'getItem'])
      Object.assign(Storage.prototype, {
        [method](): never {
          throw new DOMException('Refused.', 'QuotaExceededError');
        },
      });
  const matches = (pattern: string | undefined, address: string) =>
    pattern !== undefined && new RegExp(pattern).test(address);
  const fetchReally = window.fetch;
  window.fetch = (input, options) => {
    const address = String(input instanceof Request ? input.url : input);
    if (matches(example.fails, address)) return Promise.reject(new TypeError('Failed to fetch'));
    if (matches(example.hangs, address)) return new Promise(() => {});
    return fetchReally(input, options);
  };
  const waitReally = window.setTimeout;
  if (example.isHurried)
    Object.assign(window, {
      setTimeout: (act: TimerHandler, ms = 0, ...rest: unknown[]) =>
        waitReally(act, ms >= 10_000 ? 0 : ms, ...rest),
    });

  const pause = (ms: number) => new Promise((go) => waitReally(go, ms));
  const find = async (selector: string): Promise<HTMLElement> => {
    for (let i = 0; i < 200; i++) {
      const found = document.querySelector<HTMLElement>(selector);
      if (found && !found.matches(':disabled')) return found;
      await pause(25);
    }
    throw new Error(`There is no ${selector}.`);
  };
  const act = async () => {
    const asleep = 'astro-island[ssr]:not([client="visible"])';
    while (!example.withoutIsland && document.querySelector(asleep)) await pause(25);
    // An island that is late is spoken of once it is in view.
    if (example.withoutIsland)
      document.querySelector('astro-island[component-url="/none.js"] > *')?.scrollIntoView();
    // What style sheets say after a while.
    if (example.isHurried) for (const wait of document.getAnimations()) wait.finish();
    for (const step of example.steps ?? []) {
      if ('press' in step) (await find(step.press)).click();
      else if ('shows' in step) await find(step.shows);
      else {
        const field = (await find(step.into)) as HTMLInputElement;
        field.value = step.type;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      await pause(60);
    }
    await document.fonts.ready;
    // Focus would otherwise be drawn where the last step left it, or not, as the browser sees fit.
    window.scrollTo(0, 0);
  };
  addEventListener('load', () => {
    act().then(
      () => {
        root.dataset.gallery = 'ready';
      },
      (error: unknown) => {
        root.dataset.gallery = String(error);
      },
    );
  });
}
