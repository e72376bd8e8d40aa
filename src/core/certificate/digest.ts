import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Hash under which grading content is released: the first 12 hexadecimal digits of SHA-256 over its JSON. */
export function releaseHash(json: string): string {
  return bytesToHex(sha256(utf8ToBytes(json)).subarray(0, 6));
}

/**
 * SHA-256 (32 bytes) over a part of a certificate.
 *
 * @param part Name of the part; it is hashed first, so that one part's check sum never fits another.
 */
export function digest(part: string, bytes: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8ToBytes(`listen-first certificate 1 ${part}\n`), bytes));
}

/** A short name for a certificate, to read out on the phone: three groups of letters and figures, from its hash. */
export function recordName(token: string): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const hash = digest('name-of-record', utf8ToBytes(token));
  const letters = [...hash.subarray(0, 10)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
