/**
 * An opaque PNG of pixels, without loss.
 *
 * `canvas.toBlob` writes an alpha channel, which pdfkit unpacks in a worker made from a blob: the site's policy forbids
 * that; JPEG blurs letters and weighs more. See https://www.w3.org/TR/png-3/.
 *
 * @param rgba Four bytes a pixel, as from `getImageData`; alpha is left out.
 */
export async function pngFromPixels(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const rows = new Uint8Array(height * (1 + 3 * width));
  let at = 0;
  for (let y = 0; y < height; y++) {
    at++; // Each row begins with its filter; 0 is none.
    for (let i = y * width * 4; i < (y + 1) * width * 4; i += 4) {
      rows[at++] = rgba[i] as number;
      rows[at++] = rgba[i + 1] as number;
      rows[at++] = rgba[i + 2] as number;
    }
  }
  const packed = new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate'));
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2], 8); // Eight bits each of red, green and blue.
  const data = new Uint8Array(await new Response(packed).arrayBuffer());
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ];
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(data.length + 12);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  out.set(new TextEncoder().encode(type), 4);
  out.set(data, 8);
  view.setUint32(data.length + 8, crc(out.subarray(4, data.length + 8)));
  return out;
}

/** CRC-32 as PNG asks for it. */
function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
