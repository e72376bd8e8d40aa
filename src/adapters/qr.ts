import { encode } from 'uqr';

/** White modules on each side of the code, without which scanners do not find it. */
export const QUIET_ZONE = 4;
/** Characters up to which the code is printed with error level M; longer ones take L, so that modules stay large. */
const LONGEST_WITH_M = 400;

/**
 * A QR code as one SVG path of its dark modules.
 *
 * Print it dark on white, also in a dark theme: many scanners read nothing else.
 *
 * @param text At most 2,953 bytes.
 * @returns `size` is width and height in modules, quiet zone included: `viewBox="0 0 size size"`.
 * @throws {RangeError} when the text is too long.
 */
export function qrSvgPath(text: string): { size: number; path: string } {
  const { data } = encode(text, {
    ecc: text.length > LONGEST_WITH_M ? 'L' : 'M',
    border: 0,
    boostEcc: false,
  });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      const width = x - start + 1;
      path += `M${start + QUIET_ZONE} ${y + QUIET_ZONE}h${width}v1h-${width}z`;
    }
  });
  return { size: data.length + 2 * QUIET_ZONE, path };
}
