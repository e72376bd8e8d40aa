import { stat } from 'node:fs/promises';
import { packClaim } from '../core/certificate/index.ts';
import { benchClaim } from './bench-certificate.ts';
import { overSite } from './over-site.ts';

/** Time and size of a certificate's PDF: from the first click on a fresh page until the download is complete. */
export async function benchPdf(): Promise<{ name: string; value: string | number }[]> {
  const made = benchClaim();
  if (!made) return [{ name: 'not measured', value: 'the content does not load' }];
  return overSite(4500, async (browser, url) => {
    const page = await browser.newPage();
    await page.goto(`${url}en/certificate/#c=${packClaim(made.grading, made.claim)}`);
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
  });
}
