/** What the pages say and do when something fails: a storage that refuses, a script that does not come, a cut link. */
import type { Page, Route } from '@playwright/test';
import { content } from './support/learner.ts';
import { certificateToken, completeRecord, keepRecord, runOf } from './support/records.ts';
import { expect, test } from './support/test.ts';

// Requests are stopped here, and a worker's would not be seen.
test.use({ serviceWorkers: 'block', mayLog: [/net::ERR_/] });

test.describe('a record that is not kept', () => {
  /** Local storage refuses these; the tab's own storage works on. */
  const refuse = (page: Page, ...methods: ('getItem' | 'setItem')[]) =>
    page.addInitScript((refused) => {
      for (const method of refused) {
        const original = Storage.prototype[method] as (...values: string[]) => unknown;
        Object.assign(Storage.prototype, {
          [method](this: Storage, ...values: string[]) {
            if (this === localStorage) throw new DOMException('Refused.', 'QuotaExceededError');
            return original.apply(this, values);
          },
        });
      }
    }, methods);

  test('is reported in a role-play, which then does not say that it was saved', async ({ page }) => {
    await refuse(page, 'setItem');
    await page.goto('en/role-plays/last-car/');
    await expect(page.getByText('Your place is kept in this browser.')).toBeVisible();
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.getByRole('alert')).toHaveText(/^This browser does not keep what you do\./);
    await expect(page.getByText('This browser does not keep your place.')).toBeVisible();
    await expect(page.getByText(/place is kept/)).toHaveCount(0);
    // It goes on all the same, and the notice is not said anew.
    const notice = await page.getByRole('alert').elementHandle();
    await page.locator('button[data-choice]').first().click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByText('Decision 2 of about')).toBeVisible();
    expect(await notice?.evaluate((element) => element.isConnected)).toBe(true);
  });

  for (const [where, address] of [
    ['a path', 'en/paths/police/'],
    ['the certificate', 'en/certificate/'],
    ['a module', 'en/modules/indicators/'],
  ] as const)
    test(`is reported on the page of ${where}`, async ({ page }) => {
      await refuse(page, 'getItem', 'setItem');
      await page.goto(address);
      await expect(page.getByRole('alert')).toHaveText(/^This browser does not keep what you do\./);
    });
});

test.describe('the debrief', () => {
  const [play] = content.scenarios.map(({ scenario }) => scenario);
  if (!play) throw new Error('No role-play.');
  /** Opens a role-play at the last decision of its expert. */
  const openAtLast = async (page: Page) => {
    await keepRecord(page, { runs: [runOf(play, play.expert.slice(0, -1))] });
    await page.goto(`en/role-plays/${play.id}/`);
  };
  const end = async (page: Page) => {
    await page.locator(`button[data-choice="${play.expert.at(-1)}"]`).click();
    await page.getByRole('button', { name: 'What happens now' }).click();
  };

  test('says so when it cannot be loaded, and comes after a reload', async ({ page }) => {
    await page.route(/\/Debrief\.[^/]*\.js$/, (route) => route.abort());
    await openAtLast(page);
    await end(page);
    await expect(page.getByRole('alert')).toHaveText(/^This part could not be loaded\./);
    await page.unroute(/\/Debrief\.[^/]*\.js$/);
    await page.reload();
    await page.getByRole('button', { name: 'See the debrief of your last run' }).click();
    await expect(page.locator('[data-reflection], [data-debrief]')).toBeVisible();
  });

  test('is fetched while one plays, and is there when the network is not', async ({ page, context }) => {
    const fetched = page.waitForResponse(/\/Debrief\.[^/]*\.js$/);
    await openAtLast(page);
    await (await fetched).finished();
    await context.setOffline(true);
    await end(page);
    await expect(page.locator('[data-reflection], [data-debrief]')).toBeVisible();
  });
});

test.describe('before its script has come', () => {
  /** Holds back what the pattern names. @returns Lets it come. */
  async function hold(page: Page, pattern: RegExp): Promise<() => Promise<void>> {
    let open: () => void = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const wait = async (route: Route) => {
      await opened;
      await route.continue();
    };
    await page.route(pattern, wait);
    return async () => open();
  }

  test('the verifier keeps what is pasted', async ({ page }) => {
    const letCome = await hold(page, /\/VerifyPage\.[^/]*\.js$/);
    await page.goto('en/verify/', { waitUntil: 'domcontentloaded' });
    const field = page.getByLabel('Link or code of the certificate');
    const verify = page.getByRole('button', { name: 'Verify', exact: true });
    await field.fill('nonsense');
    await expect(verify).toBeDisabled();
    await letCome();
    await expect(verify).toBeEnabled();
    await expect(field).toHaveValue('nonsense');
    await verify.click();
    await expect(page.getByRole('heading', { name: 'This certificate does not hold' })).toBeFocused();
  });

  test('a knowledge check takes no answer that would be lost', async ({ page }) => {
    const letCome = await hold(page, /\/KnowledgeCheck\.[^/]*\.js$/);
    await page.goto('en/modules/indicators/where-you-meet/', { waitUntil: 'domcontentloaded' });
    const check = page.locator('.knowledge-check').first();
    const answer = check.locator('fieldset.question').locator('input, button').first();
    await expect(answer).toBeDisabled();
    await expect(check.getByRole('button', { name: 'Check' })).toBeDisabled();
    await letCome();
    await check.scrollIntoViewIfNeeded();
    await expect(answer).toBeEnabled();
    await expect(check.getByRole('button', { name: 'Check' })).toBeEnabled();
  });
});

test.describe('the verifier', () => {
  test('tries again when it is asked again', async ({ page }) => {
    const token = certificateToken('Łucja');
    await page.route(/\/releases\//, (route) => route.abort());
    await page.goto(`en/verify/#c=${token}`);
    await expect(page.getByText(/or the network is missing\.$/)).toBeVisible();
    await page.unroute(/\/releases\//);
    await page.getByLabel('Link or code of the certificate').fill(`#c=${token}`);
    await page.getByRole('button', { name: 'Verify', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'This certificate holds' })).toBeFocused();
  });

  for (const cut of ['https://example.org/en/verify/#c=', '   '])
    test(`refuses ${JSON.stringify(cut)} and says why`, async ({ page }) => {
      await page.goto('en/verify/');
      await page.getByLabel('Link or code of the certificate').fill(cut);
      await page.getByRole('button', { name: 'Verify', exact: true }).click();
      await expect(page.getByText(/^This is no certificate of this course/)).toBeVisible();
    });

  test('reports a certificate link that was cut off', async ({ page }) => {
    await page.goto('en/certificate/#c=');
    await expect(page.getByText(/^This is no certificate of this course/)).toBeVisible();
  });
});

test('a name of spaces makes no certificate, and the page says why', async ({ page }) => {
  await keepRecord(page, completeRecord());
  await page.goto('en/certificate/');
  const name = page.getByLabel('Your name');
  const make = page.getByRole('button', { name: 'Make the certificate' });
  const complaint = () => name.evaluate((field: HTMLInputElement) => field.validationMessage);
  await name.fill('   ');
  await make.click();
  await expect.poll(complaint).toMatch(/^Type your name\./);
  await name.fill('Łucja');
  expect(await complaint()).toBe('');
  await make.click();
  await expect(page.getByRole('article', { name: 'Certificate' })).toContainText('Łucja');
});

test.describe('the record', () => {
  test('says so when a file cannot be read, and takes it later', async ({ page }) => {
    await page.goto('en/record/');
    const input = page.getByLabel('Add a record from a file');
    const file = {
      name: 'r.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(completeRecord())),
    };
    await page.evaluate(() => {
      const { text } = Blob.prototype;
      Blob.prototype.text = () => {
        Blob.prototype.text = text;
        return Promise.reject(new DOMException('The stick was pulled out.', 'NotFoundError'));
      };
    });
    await input.setInputFiles(file);
    await expect(page.getByText(/^This file could not be read\./)).toBeVisible();
    await expect(input).toHaveValue('');
    await input.setInputFiles(file);
    await expect(page.getByText(/^The file was added to your record\./)).toBeVisible();
  });

  test('marks no lesson as finished on other pages once it is erased', async ({ page, context }) => {
    await keepRecord(page, { lessons: { 'indicators/where-you-meet': 1 } });
    await page.goto('en/modules/indicators/');
    await expect(page.locator('[data-lesson-entry][data-done]')).toHaveCount(1);
    const home = await context.newPage();
    await home.goto('en/');
    await expect(home.getByRole('link', { name: 'Go on reading' })).toBeVisible();
    const record = await context.newPage();
    await record.goto('en/record/');
    await record.getByRole('button', { name: 'Erase my record' }).click();
    await record.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
    await expect(page.locator('[data-lesson-entry][data-done]')).toHaveCount(0);
    await expect(page.locator('[data-lesson-entry]').getByText('(finished)')).toHaveCount(0);
    await expect(home.getByRole('heading', { name: 'Most victims are seen' })).toBeVisible();
    await expect(home.getByRole('link', { name: 'Go on reading' })).toBeHidden();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('no label is shown without its control', async ({ page }) => {
    await page.goto('en/');
    await expect(page.locator('#theme')).toBeHidden();
    await expect(page.getByText('Colours')).toBeHidden();
  });
});
