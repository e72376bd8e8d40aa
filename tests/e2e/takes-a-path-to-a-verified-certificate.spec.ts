import type { Browser, Page } from '@playwright/test';
import { content, earnCertificate, type Hand, linkOn, titleOf, type Walked } from './support/learner.ts';
import { keepRecord, nearlyDoneRecord, walkedRecord } from './support/records.ts';
import { expect, test, watch } from './support/test.ts';

const NAME = "Nguyễn Thị Łucja O'Connor";

for (const hand of ['mouse', 'keyboard'] as Hand[]) {
  test(`goes the whole way from the first page to a verified certificate by ${hand}`, async ({
    page,
    browser,
    baseURL,
  }, info) => {
    test.skip(hand === 'keyboard' && info.project.name === 'phone', 'A phone has no keyboard.');
    test.setTimeout(900_000);

    // On a phone every lesson and role-play is walked, by keyboard a module and a role-play (each role-play is played by
    // keyboard in resumes-a-role-play); the mouse takes the last questions of the
    // assessment.
    const walked: Walked = info.project.name === 'phone' ? 'all' : hand === 'keyboard' ? 'some' : 'none';
    await keepRecord(page, walked === 'none' ? nearlyDoneRecord('police') : walkedRecord('police', walked));
    await earnCertificate(page, 'police', NAME, hand, walked);
    const link = await linkOn(page);
    const { stranger, close } = await verify(browser, baseURL, link, 'police');

    // A changed name is refused, and the page says that it is the name.
    const token = new URL(link).hash.slice(3);
    const bytes = Buffer.from(token, 'base64url');
    const at = bytes.indexOf(Buffer.from('Connor'));
    expect(at).toBeGreaterThan(0);
    bytes[at] = 'B'.charCodeAt(0);
    await stranger.goto(`en/verify/#c=${bytes.toString('base64url')}`);
    await expect(stranger.getByRole('heading', { name: 'This certificate does not hold' })).toBeVisible();
    await expect(
      stranger.getByText('The name was changed after the certificate was made', { exact: false }),
    ).toBeVisible();
    await expect(stranger.locator('[data-field="name"]')).toHaveAttribute('data-holds', 'false');
    await expect(stranger.locator('[data-field="result"]')).toHaveAttribute('data-holds', 'true');
    await close();

    // The PDF.
    if (info.project.name === 'desktop' && hand === 'mouse') {
      const downloading = page.waitForEvent('download', { timeout: 60_000 });
      await page.getByRole('button', { name: 'Download PDF' }).click();
      const pdf = await (await downloading).createReadStream();
      const chunks: Buffer[] = [];
      for await (const chunk of pdf) chunks.push(chunk as Buffer);
      const bytesOfPdf = Buffer.concat(chunks);
      expect(bytesOfPdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(bytesOfPdf.length).toBeLessThan(200_000);
    }
  });
}

for (const { id } of content.paths.filter((path) => path.id !== 'police')) {
  test(`goes from lessons and role-plays that are done to a certificate on the path ${id}`, async ({
    page,
    browser,
    baseURL,
  }, info) => {
    test.skip(info.project.name === 'phone', 'Police is walked on a phone; the pages are the same ones.');
    test.setTimeout(360_000);
    await keepRecord(page, nearlyDoneRecord(id));
    await earnCertificate(page, id, NAME, 'mouse', 'none');
    const { close } = await verify(browser, baseURL, await linkOn(page), id);
    await close();
  });
}

/**
 * Somebody else, who has never been here, opens the link and finds everything right. They are watched like everybody.
 *
 * @returns Their page, and what closes it.
 */
async function verify(
  browser: Browser,
  baseURL: string | undefined,
  link: string,
  pathId: string,
): Promise<{ stranger: Page; close(): Promise<void> }> {
  const other = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  const expectNothingWrong = await watch(other, [new URL(baseURL ?? '').host]);
  const stranger = await other.newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { name: 'This certificate holds' })).toBeVisible();
  await expect(stranger.locator('[data-field="name"]')).toContainText(NAME);
  await expect(stranger.locator('[data-field="path"]')).toContainText(titleOf(pathId));
  await expect(stranger.locator('[data-field="result"]')).toContainText('100 %');
  await expect(stranger.locator('[data-holds="false"]')).toHaveCount(0);
  return {
    stranger,
    close: async () => {
      await other.close();
      expectNothingWrong();
    },
  };
}
