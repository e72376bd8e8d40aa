import { resolve } from 'node:path';

/** Where the edition for a USB stick is written: DIST_USB, or `dist-usb`. */
export function stickFolder(): string {
  return resolve(process.env.DIST_USB ?? 'dist-usb');
}
