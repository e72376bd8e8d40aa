/** Tests before and after a path: parallel forms, without a question of the assessment, and without a say in any result. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimFor } from '../../src/core/certificate/index.ts';
import {
  assessmentSeed,
  drawAssessment,
  drawTest,
  findQuestion,
  grade,
  type Release,
  sittingReleases,
  standingOf,
  TEST_QUESTIONS,
  testSeed,
} from '../../src/core/grading/index.ts';
import {
  beginSitting,
  emptyRecord,
  type LearnerRecord,
  mergeRecords,
  readRecord,
  type TestKind,
  testName,
} from '../../src/core/progress/index.ts';
import { loadContent } from '../../src/integrations/load-content.ts';
import { release } from '../../src/integrations/site.ts';
import { anyRecord } from '../fixtures/arbitrary-record.ts';
import { anyCompleteRecord } from '../fixtures/claims.ts';
import { completeRecord, content as small, utcDay } from '../fixtures/grading.ts';

const loaded = loadContent(process.cwd(), { lang: 'en', today: '2026-11-22' }).content;
if (!loaded) throw new Error('The content cannot be read.');
const content: Release = release(loaded).grading;
const anySeed = fc.integer({ min: 0, max: 0xffffffff });
const anyPath = fc.constantFrom(...content.paths.map(({ id }) => id));
const shared = (one: readonly string[], two: readonly string[]) => one.filter((each) => two.includes(each));

let clock = 1_000;
const sit = (record: LearnerRecord, path: string, seed: number): LearnerRecord =>
  beginSitting(record, {
    path,
    seed,
    release: content.hash,
    responses: {},
    startedMs: clock,
    submittedMs: ++clock,
  });
const sitTest = (record: LearnerRecord, kind: TestKind, path: string, chance: number) => {
  const seed = testSeed(content, record, kind, path, chance);
  return { record: sit(record, testName(kind, path), seed), form: drawTest(content, kind, path, seed) };
};
const sitFinal = (record: LearnerRecord, path: string, chance: number) => {
  const seed = assessmentSeed(content, record, path, chance);
  return { record: sit(record, path, seed), form: drawAssessment(content, path, seed), seed };
};

describe('the three forms of one seed', () => {
  test('have no question in common, on the course and on any small one', () => {
    fc.assert(
      fc.property(anySeed, fc.constantFrom(content, small), fc.nat({ max: 3 }), (seed, from, i) => {
        const path = from.paths[i % from.paths.length]?.id ?? '';
        const forms = [
          drawAssessment(from, path, seed),
          drawTest(from, 'before', path, seed),
          drawTest(from, 'later', path, seed),
        ].flat();
        expect(new Set(forms).size).toBe(forms.length);
        for (const reference of forms) expect(findQuestion(from, reference)?.use).not.toBe('check');
      }),
    );
  });

  test('are parallel: the same modules as often, and each question of the lesson of one of the assessment', () => {
    fc.assert(
      fc.property(anyPath, anySeed, (path, seed) => {
        const lessonOf = (reference: string) =>
          `${reference.split('/')[0]}/${findQuestion(content, reference)?.lesson}`;
        const moduleOf = (reference: string) => reference.split('/')[0];
        const [before, later] = (['before', 'later'] as const).map((kind) =>
          drawTest(content, kind, path, seed),
        ) as [string[], string[]];
        expect([before.length, later.length]).toEqual([TEST_QUESTIONS, TEST_QUESTIONS]);
        expect(before.map(moduleOf).sort()).toEqual(later.map(moduleOf).sort());
        expect(before.map(lessonOf).sort()).toEqual(later.map(lessonOf).sort());
        const lessons = drawAssessment(content, path, seed).map(lessonOf);
        expect(before.filter((reference) => !lessons.includes(lessonOf(reference)))).toEqual([]);
      }),
    );
  });
});

describe('what a learner sits', () => {
  test('no question of the test before is in the assessment, nor in four more of them', () => {
    fc.assert(
      fc.property(
        anyPath,
        fc.uniqueArray(anySeed, { minLength: 6, maxLength: 6 }),
        (path, [chance = 0, ...more]) => {
          let { record, form: before } = sitTest(emptyRecord, 'before', path, chance);
          const seeds = new Set<number>();
          for (const next of more) {
            const final = sitFinal(record, path, next);
            expect(shared(final.form, before)).toEqual([]);
            seeds.add(final.seed);
            record = final.record;
          }
          // A retake draws another form.
          expect(seeds.size).toBe(more.length);
        },
      ),
    );
  });

  test('no question of the test before or of the last assessment is in the later test; nor the other way round', () => {
    fc.assert(
      fc.property(
        anyPath,
        fc.tuple(anySeed, anySeed, anySeed, anySeed, anySeed),
        fc.boolean(),
        (path, [a, b, c, d, e], isRetaken) => {
          const before = sitTest(emptyRecord, 'before', path, a);
          const first = sitFinal(before.record, path, b);
          const last = isRetaken ? sitFinal(first.record, path, c) : first;
          const later = sitTest(last.record, 'later', path, d);
          expect(shared(later.form, [...before.form, ...last.form])).toEqual([]);
          // Of an assessment that was not the last, as few as can be: the banks do not hold enough for every case.
          expect(shared(later.form, first.form).length).toBeLessThanOrEqual(2);
          const again = sitFinal(later.record, path, e);
          expect(shared(again.form, [...before.form, ...later.form])).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('without a test, an assessment is drawn from chance alone, as ever', () => {
    fc.assert(
      fc.property(anyPath, anySeed, anySeed, (path, earlier, chance) => {
        expect(assessmentSeed(content, sit(emptyRecord, path, earlier), path, chance)).toBe(chance);
      }),
    );
  });
});

describe('grading, certificates and hours', () => {
  const anyTests = fc.array(
    fc
      .tuple(
        fc.constantFrom<TestKind>('before', 'later'),
        anySeed,
        fc.integer({ min: 1, max: 8.6e15 }),
        fc.constantFrom(small.hash, 'ba9876543210'),
      )
      .map(([kind, seed, startedMs, hash]) => ({
        path: testName(kind, 'police'),
        seed,
        release: hash,
        responses: Object.fromEntries(
          drawTest(small, kind, 'police', seed).map((reference) => [reference, { response: seed % 3 }]),
        ),
        startedMs,
        submittedMs: startedMs,
      })),
    { maxLength: 4 },
  );

  test('are the same, whatever tests were sat', () => {
    fc.assert(
      fc.property(fc.oneof(anyRecord, anyCompleteRecord), anyTests, (record, tests) => {
        const after = { ...record, attempts: [...record.attempts, ...tests] };
        expect(grade(small, after, 'police')).toEqual(grade(small, record, 'police'));
        const releases = { today: small, earlier: [{ ...small, hash: 'ba9876543210' }] };
        expect(standingOf(after, 'police', releases)).toEqual(standingOf(record, 'police', releases));
        const assessed = sittingReleases(record);
        expect(sittingReleases(after).slice(0, assessed.length)).toEqual(assessed);
      }),
    );
    fc.assert(
      fc.property(anyTests, (tests) => {
        const record = completeRecord();
        const after = { ...record, attempts: [...tests, ...record.attempts] };
        expect(claimFor(small, after, 'police', 'A B', utcDay)).toEqual(
          claimFor(small, record, 'police', 'A B', utcDay),
        );
      }),
    );
  });

  test('a record keeps tests when it is read and merged', () => {
    fc.assert(
      fc.property(anyTests, (tests) => {
        const record = tests.reduce(beginSitting, emptyRecord);
        expect(readRecord(record, 8.6e15)).toEqual({ ok: true, setAside: 0, record });
        expect(mergeRecords(record, emptyRecord).attempts).toHaveLength(record.attempts.length);
      }),
    );
  });
});
