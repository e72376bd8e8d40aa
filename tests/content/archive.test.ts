/** What was earned on earlier releases opens and counts for ever: see tests/archive/README.md. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claimFor, openToken, packClaim, verifyClaim } from '../../src/core/certificate/index.ts';
import { type GradingContent, grade, type Release, standingOf } from '../../src/core/grading/index.ts';
import { type LearnerRecord, parseRecord } from '../../src/core/progress/index.ts';
import { LAST_DAY, utcDay } from '../fixtures/grading.ts';

interface Archived {
  release: string;
  cases: {
    path: string;
    token: string;
    says: { name: string; day: number; percent: number; tenthsOfHours: number };
    record: LearnerRecord;
    counts: Record<
      'scenariosPassed' | 'minutes' | 'completedMs' | 'earned' | 'possible' | 'passedMs',
      number
    > & {
      lessons: { done: number; total: number };
      bestSitting: number;
    };
  }[];
}

/** SHA-256 of each file, so that one that was edited is noticed. */
const FILES: Record<string, string> = {
  '3555164d0170.json': '5b0d8be75bbf4a9f748ca1a3044c49b25531267b287de7895588a371087f2680',
  '545f41d45370.json': '642994eeb386dce64f3f74c55c7c169a84df38ca19c0cb7b964c0b084e27e3c9',
  'dda3dadeabc4.json': '766a03491d6e2d9003aea9c0bc285e52707d68d310a36a33f2c6bbc1b2d3406b',
};

const folder = new URL('../archive/', import.meta.url);
const archived = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

function releaseOf(hash: string): Release {
  const file = new URL(`../../content/releases/${hash}.json`, import.meta.url);
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as GradingContent), hash };
}

test('no archived file was edited or is missing', () => {
  const sums = archived.map(({ name, text }) => [name, createHash('sha256').update(text).digest('hex')]);
  expect(Object.fromEntries(sums)).toMatchObject(FILES);
});

describe.each(archived.map(({ text }) => JSON.parse(text) as Archived))(
  'release $release',
  ({ release, cases }) => {
    const content = releaseOf(release);

    test.each(cases)(
      'the certificate of the path $path verifies and says what it said',
      ({ path, token, says }) => {
        const opened = openToken(token);
        expect(opened?.release).toBe(release);
        expect(opened && verifyClaim(content, opened, LAST_DAY)).toMatchObject({
          ok: true,
          claim: { release, path, ...says },
        });
      },
    );

    test.each(cases)(
      'the record of the path $path counts as it did',
      ({ path, token, says, record, counts }) => {
        const read = parseRecord(JSON.stringify(record), Date.UTC(2026, 11, 1));
        if (!read.ok) throw new Error('The record cannot be read.');
        expect(read.setAside).toBe(0);
        const { earned, possible, passedMs, bestSitting, ...result } = counts;
        expect(grade(content, read.record, path)).toMatchObject({
          ...result,
          complete: true,
          assessment: { passed: true, passedMs, score: { earned, possible }, sitting: { seed: bestSitting } },
        });
        const claim = claimFor(content, read.record, path, says.name, utcDay);
        expect(claim && packClaim(content, claim)).toBe(token);
      },
    );

    test.each(cases)(
      'the path $path stays complete on it when today has another release',
      ({ path, record }) => {
        const today = { ...content, hash: 'ffffffffffff' };
        expect(standingOf(record, path, { today, earlier: [content] })).toMatchObject({
          result: { complete: false, assessment: undefined },
          completeOn: { hash: release },
          latest: { isEarlier: true, result: { sitting: { release } } },
        });
      },
    );
  },
);
