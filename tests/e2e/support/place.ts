import { type FrameLocator, type Page, test } from '@playwright/test';

/** Where the course is seen: the page itself, or the frame in it when the edition for a USB stick is opened. */
export function viewOf(page: Page): Page | FrameLocator {
  return page.url().startsWith('file:') ? page.frameLocator('iframe') : page;
}

/** Opens a page of the course, such as `en/modules/`, as if its address had been typed. */
export async function open(page: Page, address: string): Promise<void> {
  const { baseURL = '' } = test.info().project.use;
  if (!baseURL.startsWith('file:')) await page.goto(address);
  else if (!page.url().startsWith(baseURL)) await page.goto(`${baseURL}index.html#${address}`);
  else if (page.url().endsWith(`#${address}`)) await page.reload();
  // The browser does not wait, because only a fragment changes.
  else
    await page.evaluate(
      (hash) =>
        new Promise((done) => {
          addEventListener('popstate', () => setTimeout(done), { once: true });
          location.hash = hash;
        }),
      address,
    );
}
