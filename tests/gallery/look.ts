/** Looks at a page in every window and every colour scheme, and says what is wrong. */
import { mkdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { axe } from '../axe.ts';
import { faultsOf } from './faults.ts';

const PICTURES = '.cache/gallery';
/** Most is stacked in the last: there axe looks. */
const WIDTHS = [1280, 390, 320] as const;
const HEIGHT = 844;
/** Which pictures are left behind: with GALLERY_PICTURES=all every one, else the one of a phone in light. */
const ALL_PICTURES = process.env.GALLERY_PICTURES === 'all';
/** Pages longer than this are cut in the pictures. */
const LONGEST_PICTURE = 3_500;

const ui = parse(readFileSync('content/ui/en.yaml', 'utf8')) as Record<string, string>;
const beginnings = [...new Set(Object.keys(ui).map((key) => key.split('.')[0] ?? ''))];

/**
 * @param name The pictures are called `<name>-<width>-<light|dark|forced>.jpg`; without one none are made.
 * @param part Selector of the only part that is looked at.
 * @returns What is wrong, each with the window in which it was seen first.
 */
export async function lookAt(page: Page, name?: string, part = 'body'): Promise<string[]> {
  const found = new Map<string, string>();
  const note = (what: string, where: string) => {
    if (!found.has(what)) found.set(what, where);
  };
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    for (const { kind, what } of await page.evaluate(faultsOf, { beginnings, part }))
      note(`${kind}: ${what}`, `${width} px`);
    if (width === 320) for (const fault of await axe(page, 'all', part)) note(`axe ${fault}`, 'light');
    await picture(page, part, name, width, 'light');
  }
  // What only colours change is asked once in the dark; of forced colours there is only a picture to look at.
  await page.setViewportSize({ width: 390, height: HEIGHT });
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const fault of await axe(page, 'colours', part)) note(`axe ${fault}`, 'dark');
  await picture(page, part, name, 390, 'dark');
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  await picture(page, part, name, 390, 'forced');
  return [...found].map(([what, where]) => `${where}: ${what}`);
}

async function picture(
  page: Page,
  part: string,
  name: string | undefined,
  width: number,
  colours: string,
): Promise<void> {
  if (name === undefined || (!ALL_PICTURES && (width !== 390 || colours !== 'light'))) return;
  mkdirSync(PICTURES, { recursive: true });
  const how = {
    path: `${PICTURES}/${name}-${width}-${colours}.jpg`,
    type: 'jpeg' as const,
    quality: 70,
    animations: 'disabled' as const,
  };
  if (part !== 'body') {
    await page.locator(part).screenshot(how);
    return;
  }
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({
    ...how,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, LONGEST_PICTURE) },
  });
}
