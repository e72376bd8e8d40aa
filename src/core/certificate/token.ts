import { sha256 } from '@noble/hashes/sha2.js';
import {
  drawAssessment,
  findQuestion,
  type GradingContent,
  grade,
  type PathResult,
} from '../grading/index.ts';
import type { LearnerRecord } from '../progress/record.ts';
import { countResponses, isResponse } from '../question/index.ts';
import { compileScenario } from '../scenario/compile/program.ts';
import { replay } from '../scenario/run/replay.ts';
import { BitReader, BitWriter, bitsFor } from './bits.ts';

/** What a certificate says. All but the name and the day follow from the record it carries. */
export interface Claim {
  /** Hash of the content it was earned on, 12 hexadecimal digits. */
  release: string;
  path: string;
  /** As the person writes it, in any script, 1 to 120 characters. */
  name: string;
  /** Day of completion, days since 1970-01-01. */
  day: number;
  /** Result of the final assessment in per cent, rounded down. */
  percent: number;
  /** Hours of training, in tenths. */
  tenthsOfHours: number;
  /** Only what the path needs: its lessons, one passing run per role-play, the best sitting of the assessment. */
  record: LearnerRecord;
}

export type CertificatePart =
  | 'format'
  | 'facts'
  | 'name'
  | 'record'
  | 'whole'
  | 'release'
  | 'path'
  | 'result'
  | 'hours';

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

export type Verification =
  | { ok: true; claim: Omit<Claim, 'record'>; result: PathResult }
  | { ok: false; broken: CertificatePart[]; claim?: Omit<Claim, 'record' | 'path'> & { path?: string } };

const FORMAT = 1;
const FACTS_BYTES = 12;
const LONGEST_TOKEN = 8_000;
/** The last day that fits into the two bytes of the facts: 2149-06-06. */
const LAST_DAY = 65_535;
export const LONGEST_NAME = 120;

/**
 * The claim that a record supports for a path, or undefined when the path is not complete, nothing of the name can be
 * seen, or a wrong clock dated the completion after the last day that a certificate can say.
 *
 * @param release Hash of `content`.
 */
export function claimFor(
  content: GradingContent,
  release: string,
  record: LearnerRecord,
  path: string,
  name: string,
): Claim | undefined {
  const result = grade(content, record, path);
  if (!result?.complete || !result.assessment || result.completedMs === undefined) return undefined;
  const day = Math.floor(result.completedMs / 86_400_000);
  const cleaned = cleanName(name);
  if (cleaned === '' || day > LAST_DAY) return undefined;
  const packed = neededRecord(content, record, result);
  // Hours are graded on what is packed, so that the verifier, who sees no more, comes to the same.
  const minutes = grade(content, packed, path)?.minutes ?? 0;
  return {
    release,
    path,
    name: cleaned,
    day,
    percent: percentOf(result),
    tenthsOfHours: Math.round(minutes / 6),
    record: packed,
  };
}

/** Result of the assessment in per cent, rounded down; in whole numbers, since 0.29 × 100 is less than 29. */
function percentOf({ assessment }: PathResult): number {
  return assessment && assessment.score.possible > 0
    ? Math.floor((assessment.score.earned * 100) / assessment.score.possible)
    : 0;
}

/**
 * A name with spaces tidied and control characters (also those that turn the direction of text) taken out; the empty
 * text when nothing is left that can be seen.
 */
export function cleanName(name: string): string {
  // A half of a character cannot be written as UTF-8 and would come back as another name.
  const cleaned = [
    ...name
      .replace(/\p{Cs}/gu, '\uFFFD')
      .normalize('NFC')
      .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, LONGEST_NAME)
    .join('')
    .trim();
  return /[^\p{Cc}\p{Cf}\p{Z}]/u.test(cleaned) ? cleaned : '';
}

/**
 * Packs a claim into text for a link or QR code (base64url).
 *
 * Layout: format (1 byte) · facts (12) · check (4) · name's length (2) and UTF-8 · check (4) · record in bits · check (4) ·
 * whole (8). A check is the start of SHA-256 over the part; they tell which part was changed. They are no secret: a
 * person who can program can compute them, which is why the page says what replay proves and what not.
 */
export function packClaim(content: GradingContent, claim: Claim): string {
  const facts = new Uint8Array(FACTS_BYTES);
  for (let i = 0; i < 6; i++) facts[i] = Number.parseInt(claim.release.slice(i * 2, i * 2 + 2), 16);
  facts[6] = content.paths.findIndex((path) => path.id === claim.path);
  facts.set(
    [claim.day >> 8, claim.day & 255, claim.percent, claim.tenthsOfHours >> 8, claim.tenthsOfHours & 255],
    7,
  );
  const name = new TextEncoder().encode(claim.name);
  const named = Uint8Array.from([name.length >> 8, name.length & 255, ...name]);
  const body = packRecord(content, claim.path, claim.record);
  const parts = join([
    Uint8Array.of(FORMAT),
    facts,
    check('facts', facts),
    named,
    check('name', named),
    body,
    check('record', body),
  ]);
  return toBase64Url(join([parts, digest('whole', parts).subarray(0, 8)]));
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
  if (!nameHolds) broken.push('name');
  if (!recordHolds) broken.push('record');
  if (!whole && broken.length === 0) broken.push('whole');
  return {
    release: [...facts.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    pathIndex: facts[6] as number,
    day: ((facts[7] as number) << 8) | (facts[8] as number),
    percent: facts[9] as number,
    tenthsOfHours: ((facts[10] as number) << 8) | (facts[11] as number),
    name: cleanName(new TextDecoder().decode(named.subarray(2))),
    body,
    broken,
  };
}

/**
 * Replays a certificate against the content it names.
 *
 * @param content The released content of `opened.release`; undefined when it is not known.
 */
export function verifyClaim(content: GradingContent | undefined, opened: OpenedToken): Verification {
  const { release, name, day, percent, tenthsOfHours } = opened;
  const said = { release, name, day, percent, tenthsOfHours };
  const path = content?.paths[opened.pathIndex]?.id;
  const shown = { ...said, ...(path ? { path } : {}) };
  if (opened.broken.length > 0) return { ok: false, broken: opened.broken, claim: shown };
  if (!content) return { ok: false, broken: ['release'], claim: shown };
  if (!path) return { ok: false, broken: ['path'], claim: shown };
  const record = unpackRecord(content, path, opened.body, day);
  const result = record && grade(content, record, path);
  if (!record || !result) return { ok: false, broken: ['record'], claim: shown };
  const broken: CertificatePart[] = [];
  if (!result.complete || percentOf(result) !== percent) broken.push('result');
  if (Math.round(result.minutes / 6) !== tenthsOfHours) broken.push('hours');
  return broken.length > 0
    ? { ok: false, broken, claim: shown }
    : { ok: true, claim: { ...said, path }, result };
}

/** A short name for a certificate, to read out on the phone: three groups of its hash. */
export function recordName(token: string): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const hash = digest('name-of-record', new TextEncoder().encode(token));
  const letters = [...hash.subarray(0, 10)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** The part of a record that a path's certificate rests on. */
function neededRecord(content: GradingContent, record: LearnerRecord, result: PathResult): LearnerRecord {
  const path = content.paths.find((candidate) => candidate.id === result.path);
  const modules = content.modules.filter((module) => path?.modules.includes(module.id));
  const lessons = Object.fromEntries(
    modules.flatMap((module) =>
      module.lessons.map((lesson) => [
        `${module.id}/${lesson.id}`,
        record.lessons[`${module.id}/${lesson.id}`] ?? 0,
      ]),
    ),
  );
  const runs = result.scenarios.flatMap((scenario) => (scenario.passingRun ? [scenario.passingRun] : []));
  return {
    version: 1,
    lessons,
    answers: [],
    attempts: result.assessment ? [result.assessment.sitting] : [],
    runs,
  };
}

/** Lessons need no bits: all of them are required. Role-plays: passed or not, then a choice index per decision. */
function packRecord(content: GradingContent, pathId: string, record: LearnerRecord): Uint8Array {
  const bits = new BitWriter();
  const path = content.paths.find((candidate) => candidate.id === pathId);
  for (const id of path?.scenarios.offered ?? []) {
    const run = record.runs.find((candidate) => candidate.scenario === id);
    bits.write(run ? 1 : 0, 1);
    if (!run) continue;
    const scenario = content.scenarios.find((candidate) => candidate.scenario.id === id)?.scenario;
    if (!scenario) throw new RangeError(`No role-play "${id}".`);
    const decisions = replay(compileScenario(scenario), run).turns.map((turn) => turn.decision);
    run.choices.forEach((choice, i) => {
      const ids = Object.keys(scenario.decisions[decisions[i] ?? '']?.choices ?? {});
      bits.write(ids.indexOf(choice), bitsFor(ids.length));
    });
  }
  const sitting = record.attempts[0];
  bits.write(sitting?.seed ?? 0, 32);
  for (const reference of drawAssessment(content, pathId, sitting?.seed ?? 0)) {
    const question = findQuestion(content, reference);
    const response = sitting?.responses[reference]?.response;
    // A number that is no response of this content earns nothing, as if it had not been given.
    const counts = response !== undefined && question !== undefined && isResponse(question, response);
    bits.write(counts ? 1 : 0, 1);
    if (counts) bits.write(response, bitsFor(countResponses(question)));
  }
  return bits.bytes();
}

/** The record of a certificate; undefined when the bits do not fit the content. Times are those of the day claimed. */
export function unpackRecord(
  content: GradingContent,
  pathId: string,
  body: Uint8Array,
  day: number,
): LearnerRecord | undefined {
  const atMs = day * 86_400_000;
  const path = content.paths.find((candidate) => candidate.id === pathId);
  if (!path) return undefined;
  const bits = new BitReader(body);
  try {
    const runs: LearnerRecord['runs'] = [];
    for (const id of path.scenarios.offered) {
      if (bits.read(1) === 0) continue;
      const scenario = content.scenarios.find((candidate) => candidate.scenario.id === id)?.scenario;
      if (!scenario) return undefined;
      const program = compileScenario(scenario);
      const choices: string[] = [];
      for (;;) {
        const { turns, ending } = replay(program, { choices, seed: 0 });
        if (ending) break;
        const ids = Object.keys(scenario.decisions[turns.at(-1)?.decision ?? '']?.choices ?? {});
        const choice = ids[bits.read(bitsFor(ids.length))];
        if (!choice || choices.length > 500) return undefined;
        choices.push(choice);
      }
      runs.push({
        scenario: id,
        version: scenario.version,
        seed: 0,
        help: 'alone',
        choices,
        startedMs: atMs,
        atMs,
      });
    }
    const seed = bits.read(32);
    const responses: LearnerRecord['attempts'][number]['responses'] = {};
    for (const reference of drawAssessment(content, pathId, seed)) {
      if (bits.read(1) === 0) continue;
      const question = findQuestion(content, reference);
      if (!question) return undefined;
      const response = bits.read(bitsFor(countResponses(question)));
      if (response >= countResponses(question)) return undefined;
      responses[reference] = { response };
    }
    if (!bits.isDone()) return undefined;
    const modules = content.modules.filter((module) => path.modules.includes(module.id));
    const lessons = Object.fromEntries(
      modules.flatMap((module) => module.lessons.map((lesson) => [`${module.id}/${lesson.id}`, atMs])),
    );
    return {
      version: 1,
      lessons,
      answers: [],
      runs,
      attempts: [
        {
          path: pathId,
          seed,
          release: content.hash ?? '000000000000',
          responses,
          startedMs: atMs,
          submittedMs: atMs,
        },
      ],
    };
  } catch {
    // Not enough bits, or a choice that is not offered: the record is not one of this content.
    return undefined;
  }
}

/** Hash under which grading content is released: the first 12 hexadecimal digits of SHA-256 over its JSON. */
export function releaseHash(json: string): string {
  return [...sha256(new TextEncoder().encode(json)).subarray(0, 6)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function digest(part: string, bytes: Uint8Array): Uint8Array {
  return sha256(join([new TextEncoder().encode(`listen-first certificate 1 ${part}\n`), bytes]));
}

function check(part: string, bytes: Uint8Array): Uint8Array {
  return digest(part, bytes).subarray(0, 4);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
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
