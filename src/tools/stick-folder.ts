import { resolve } from 'node:path';

/** Where the edition for a USB stick is written: DIST_USB, or `dist-usb`. */
export function stickFolder(): string {
  return resolve(process.env.DIST_USB ?? 'dist-usb');
}

/**
 * Where `npm run build:usb` leaves the site that it packs: a website under the base path `PACKING_BASE`. Inside the
 * project, because Astro builds pages from within it.
 */
export function stickSite(): string {
  return resolve('.cache/usb-site');
}
