import { grade, type PathResult, type Release } from '../grading/index.ts';
import { type Claim, percentOf } from './claim.ts';
import { unpackRecord } from './record-bits.ts';
import type { CertificatePart, OpenedToken } from './token.ts';

export type Verification =
  | { ok: true; claim: Omit<Claim, 'record'>; result: PathResult }
  | { ok: false; broken: CertificatePart[]; claim?: Omit<Claim, 'record' | 'path'> & { path?: string } };

/**
 * Replays a certificate against the content it names.
 *
 * @param content The released content of `opened.release`; undefined when it is not known.
 * @param today Days since 1970-01-01, in the time zone where it is latest: a certificate of a later day is refused.
 */
export function verifyClaim(content: Release | undefined, opened: OpenedToken, today: number): Verification {
  const { release, name, day, percent, tenthsOfHours } = opened;
  const said = { release, name, day, percent, tenthsOfHours };
  const path = content?.paths[opened.pathIndex]?.id;
  const shown = { ...said, ...(path ? { path } : {}) };
  if (opened.broken.length > 0) return { ok: false, broken: opened.broken, claim: shown };
  if (content?.hash !== release) return { ok: false, broken: ['release'], claim: shown };
  if (!path) return { ok: false, broken: ['path'], claim: shown };
  if (day > today) return { ok: false, broken: ['day'], claim: shown };
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
