import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { GradingContent } from '../grading/index.ts';
import type { Claim } from './claim.ts';
import { digest } from './digest.ts';
import { cleanName, isCertificateName } from './name.ts';
import { packRecord } from './record-bits.ts';

export type CertificatePart =
  | 'format'
  | 'facts'
  | 'name'
  | 'record'
  | 'whole'
  | 'release'
  | 'path'
  | 'result'
  | 'hours'
  | 'day';

/** What a certificate's link holds, read and checked as far as it goes without the content. */
export interface OpenedToken {
  release: string;
  pathIndex: number;
  name: string;
  day: number;
  percent: number;
  tenthsOfHours: number;
  body: Uint8Array;
  /** Parts whose check sum does not hold. */
  broken: CertificatePart[];
}

const FORMAT = 1;
const FACTS_BYTES = 12;
const LONGEST_TOKEN = 8_000;

/**
 * Packs a claim into text for a link or QR code (base64url).
 *
 * Layout: format (1 byte) · facts (12) · check (4) · name's length (2) and UTF-8 · check (4) · record in bits · check (4) ·
 * whole (8). A check is the start of SHA-256 over the part; they tell which part was changed. They are no secret: a
 * person who can program can compute them, which is why the page says what replay proves and what not.
 */
export function packClaim(content: GradingContent, claim: Claim): string {
  const facts = new Uint8Array(FACTS_BYTES);
  facts.set(hexToBytes(claim.release));
  facts[6] = content.paths.findIndex((path) => path.id === claim.path);
  facts.set(
    [claim.day >> 8, claim.day & 255, claim.percent, claim.tenthsOfHours >> 8, claim.tenthsOfHours & 255],
    7,
  );
  const name = utf8ToBytes(claim.name);
  const named = Uint8Array.from([name.length >> 8, name.length & 255, ...name]);
  const body = packRecord(content, claim.path, claim.record);
  const parts = concatBytes(
    Uint8Array.of(FORMAT),
    facts,
    check('facts', facts),
    named,
    check('name', named),
    body,
    check('record', body),
  );
  return toBase64Url(concatBytes(parts, digest('whole', parts).subarray(0, 8)));
}

/** Opens a token and checks its parts. A text that is no token at all gives undefined. */
export function openToken(token: string): OpenedToken | undefined {
  const bytes = token.length > LONGEST_TOKEN ? undefined : fromBase64Url(token);
  if (!bytes || bytes.length < 1 + FACTS_BYTES + 4 + 2 + 4 + 4 + 8 || bytes[0] !== FORMAT) return undefined;
  const facts = bytes.subarray(1, 1 + FACTS_BYTES);
  let at = 1 + FACTS_BYTES;
  const factsHold = same(bytes.subarray(at, at + 4), check('facts', facts));
  at += 4;
  const nameLength = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
  const nameEnd = at + 2 + nameLength;
  const bodyEnd = bytes.length - 12;
  if (nameEnd + 4 > bodyEnd) return undefined;
  const named = bytes.subarray(at, nameEnd);
  const nameHolds = same(bytes.subarray(nameEnd, nameEnd + 4), check('name', named));
  const body = bytes.subarray(nameEnd + 4, bodyEnd);
  const recordHolds = same(bytes.subarray(bodyEnd, bodyEnd + 4), check('record', body));
  const whole = same(
    bytes.subarray(bytes.length - 8),
    digest('whole', bytes.subarray(0, bytes.length - 8)).subarray(0, 8),
  );
  const broken: CertificatePart[] = [];
  if (!factsHold) broken.push('facts');
  const name = new TextDecoder().decode(named.subarray(2));
  // A name that no form of ours would have written was written by another program.
  if (!nameHolds || !isCertificateName(name)) broken.push('name');
  if (!recordHolds) broken.push('record');
  if (!whole && broken.length === 0) broken.push('whole');
  return {
    release: bytesToHex(facts.subarray(0, 6)),
    pathIndex: facts[6] as number,
    day: ((facts[7] as number) << 8) | (facts[8] as number),
    percent: facts[9] as number,
    tenthsOfHours: ((facts[10] as number) << 8) | (facts[11] as number),
    name: cleanName(name),
    body,
    broken,
  };
}

function check(part: string, bytes: Uint8Array): Uint8Array {
  return digest(part, bytes).subarray(0, 4);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Bytes of a base64url text; undefined when it is none, or is not written in the one canonical way. */
function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
    return toBase64Url(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}
