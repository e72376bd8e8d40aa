import { content, type Hand, play, press, readLessons, takeAssessment } from './support/learner.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const PATH = 'police';

for (const hand of ['mouse', 'keyboard'] as Hand[]) {
  test(`goes the whole way from the first page to a verified certificate by ${hand}`, async ({
    page,
    browser,
    baseURL,
  }, info) => {
    test.skip(hand === 'keyboard' && info.project.name === 'phone', 'A phone has no keyboard.');
    test.setTimeout(360_000);

    await page.goto('en/');
    await press(page, page.getByRole('link', { name: 'Choose your path' }), hand);
    await press(page, page.getByRole('link', { name: /^Police and inspection/ }), hand);
    await expect(page.getByText('Lessons: 0 of')).toBeVisible();

    await readLessons(page, PATH, hand);
    await page.goto(`en/paths/${PATH}/`);
    const path = content.paths.find((candidate) => candidate.id === PATH);
    await expect(page.getByText(/Lessons: (\d+) of \1/)).toBeVisible();

    for (const id of path?.scenarios.offered.slice(0, path.scenarios.pass) ?? []) {
      const expert = content.scenarios.find(({ scenario }) => scenario.id === id)?.scenario.expert ?? [];
      await play(page, id, expert, hand);
      await expect(page.locator('[data-debrief="passed"]')).toBeVisible();
    }

    await takeAssessment(page, PATH, hand, async () => {
      // Reload in the middle: every answer is kept, and it goes on at the next question.
      await page.reload();
    });
    await expect(page.getByRole('heading', { name: 'Your result is 100 %' })).toBeVisible();

    await press(page, page.getByRole('link', { name: 'Back to your path' }), hand);
    await press(page, page.getByRole('link', { name: 'Get your certificate' }), hand);
    const name = "Nguyễn Thị Łucja O'Connor";
    await page.getByLabel('Your name').fill(name);
    await press(page, page.getByRole('button', { name: 'Make the certificate' }), hand);
    await expect(page.getByRole('article', { name: 'Certificate' })).toContainText(name);
    await expect(page.getByRole('article', { name: 'Certificate' })).toContainText('100 %');
    await expectAccessible(page);

    // Somebody else, who has never been here, verifies it.
    const link = (await page.getByRole('link', { name: /verify\/#c=/ }).getAttribute('href')) ?? '';
    const other = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
    const stranger = await other.newPage();
    await stranger.goto(link);
    await expect(stranger.getByRole('heading', { name: 'This certificate holds' })).toBeVisible();
    await expect(stranger.locator('[data-field="name"]')).toContainText(name);
    await expect(stranger.locator('[data-field="path"]')).toContainText('Police and inspection');
    await expect(stranger.locator('[data-field="result"]')).toContainText('100 %');

    // A changed name is refused, and the page says that it is the name.
    const token = new URL(link).hash.slice(3);
    const bytes = Buffer.from(token, 'base64url');
    const at = bytes.indexOf(Buffer.from('Connor'));
    expect(at).toBeGreaterThan(0);
    bytes[at] = 'B'.charCodeAt(0);
    await stranger.goto(`en/verify/#c=${bytes.toString('base64url')}`);
    await expect(stranger.getByRole('heading', { name: 'This certificate does not hold' })).toBeVisible();
    await expect(stranger.getByText('The name was changed after the certificate was made.')).toBeVisible();
    await expect(stranger.locator('[data-field="name"]')).toHaveAttribute('data-holds', 'false');
    await expect(stranger.locator('[data-field="result"]')).toHaveAttribute('data-holds', 'true');
    await other.close();

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
