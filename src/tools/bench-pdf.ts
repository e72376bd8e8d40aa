import { chromium } from '@playwright/test';
import { getChromium, launchArgs } from './browser.ts';
import { basePath, siteFolder, startStaticServer } from './static-server.ts';

/** Opens the built certificate page with a finished record and presses "Download PDF"; filled once the page is there. */
type MakePdf = (page: import('@playwright/test').Page, url: string) => Promise<{ bytes: number } | undefined>;

const makePdf: MakePdf = async () => undefined;

/** Time and size of a certificate's PDF as a learner meets it: first press on a fresh page, download complete. */
export async function benchPdf(): Promise<{ name: string; value: string | number }[]> {
  const server = await startStaticServer({ root: siteFolder(), base: basePath(), port: 4500, tries: 100 });
  const browser = await chromium.launch({ executablePath: getChromium().path, args: [...launchArgs] });
  try {
    const page = await browser.newPage();
    const start = performance.now();
    const made = await makePdf(page, server.url);
    if (!made) return [{ name: 'not measured', value: 'bench-pdf.ts does not make one yet' }];
    return [
      { name: 'first PDF, milliseconds', value: Math.round(performance.now() - start) },
      { name: 'PDF, bytes', value: made.bytes },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
