/** What mail programs do to a certificate's link does not keep it from opening. */
import { certificateToken, completeRecord, keepRecord } from './support/records.ts';
import { expect, test } from './support/test.ts';

const TOKEN = certificateToken("Łucja O'Connor");
// The page that is not there answers with 404, which the browser logs.
test.use({ mayLog: [/status of 404/] });

const holds = 'This certificate holds';

for (const [what, address] of [
  ['an encoded number sign, which no page has', `en/verify/%23c=${TOKEN}`],
  ['an encoded equals sign', `en/verify/#c%3D${TOKEN}`],
  ['a full stop behind it', `en/verify/#c=${TOKEN}.`],
] as const)
  test(`opens a link with ${what}`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: holds })).toBeVisible({ timeout: 20_000 });
  });

for (const [what, text] of [
  ['a wrapped link', `https://a.example/en/verify/#c=${TOKEN.slice(0, 60)}\n${TOKEN.slice(60)}`],
  ['the code alone', `c=${TOKEN}`],
  [
    'a link in a filter of mails',
    `https://f.example/?url=${encodeURIComponent(`https://a.example/en/verify/#c=${TOKEN}`)}&d=1`,
  ],
] as const)
  test(`verifies ${what} that is pasted`, async ({ page }) => {
    await page.goto('en/verify/');
    const field = page.getByLabel('Link or code of the certificate');
    await field.evaluate((input: HTMLInputElement, value) => {
      const data = new DataTransfer();
      data.setData('text/plain', value);
      input.focus();
      // As pasting does: line breaks are dropped by the field itself.
      input.value = value;
      input.dispatchEvent(
        new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste', dataTransfer: data }),
      );
    }, text);
    await page.getByRole('button', { name: 'Verify', exact: true }).click();
    await expect(page.getByRole('heading', { name: holds })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('as its maker wrote it').first()).toBeVisible();
  });

test('dates a certificate by the calendar of its learner', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', timezoneId: 'America/Los_Angeles' });
  const page = await context.newPage();
  await keepRecord(page, completeRecord());
  await page.goto('en/certificate/#path=police');
  await page.getByLabel('Your name').fill('Ma\u200bria');
  await page.getByLabel('Your name').blur();
  await expect(page.getByLabel('Your name')).toHaveValue('Maria');
  await page.getByRole('button', { name: 'Make the certificate' }).click();
  // The record's sitting was handed in at midnight UTC, when it is still the day before on that coast.
  await expect(page.getByText('19 November 2026')).toBeVisible();
  await context.close();
});

test('says of name and day that they are what their maker wrote, and claims no more than was replayed', async ({
  page,
}) => {
  await page.goto(`en/verify/#c=${TOKEN}`);
  await expect(page.getByRole('heading', { name: holds })).toBeVisible();
  const stated = page.locator('[data-field]').filter({ hasText: 'as its maker wrote it' });
  // Anybody can make a certificate with another name or day and right check sums (decision 0005).
  await expect(stated).toHaveCount(2);
  for (const field of ['name', 'day'])
    await expect(page.locator(`[data-field="${field}"]`)).toContainText('as its maker wrote it');
  await expect(page.getByRole('main')).not.toContainText(
    /(name|day)[^.]* (not been changed|is genuine|is proved)/i,
  );
  await expect(page.getByText('does not prove who sat at the keyboard, nor the name, the day')).toBeVisible();
});

test('tells before a name is typed who may keep it', async ({ page }) => {
  await keepRecord(page, completeRecord());
  await page.goto('en/certificate/#path=police');
  await expect(page.getByLabel('Your name')).toHaveAccessibleDescription(/your browser may remember it/);
});
