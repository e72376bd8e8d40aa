import { stat } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { packClaim } from '../core/certificate/index.ts';
import { benchClaim } from './bench-certificate.ts';
import { getChromium, launchArgs } from './browser.ts';
import { basePath, siteFolder, startStaticServer } from './static-server.ts';

/** Time and size of a certificate's PDF as a learner meets it: first press on a fresh page, download complete. */
export async function benchPdf(): Promise<{ name: string; value: string | number }[]> {
  const made = benchClaim();
  if (!made) return [{ name: 'not measured', value: 'the content does not load' }];
  const server = await startStaticServer({ root: siteFolder(), base: basePath(), port: 4500, tries: 100 });
  const browser = await chromium.launch({ executablePath: getChromium().path, args: [...launchArgs] });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}en/certificate/#c=${packClaim(made.grading, made.claim)}`);
    const button = page.getByRole('button', { name: 'Download PDF' });
    await button.waitFor();
    const start = performance.now();
    const downloading = page.waitForEvent('download');
    await button.click();
    const file = await (await downloading).path();
    return [
      { name: 'first PDF, milliseconds', value: Math.round(performance.now() - start) },
      { name: 'PDF, bytes', value: (await stat(file)).size },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
