/** States of the short tests before and after a path. */
import { drawTest, findQuestion } from '../../../src/core/grading/index.ts';
import { type LearnerRecord, type TestKind, testName } from '../../../src/core/progress/index.ts';
import { bestResponse } from '../../fixtures/grading.ts';
import type { Example } from '../example.ts';
import {
  AT_MS,
  badSitting,
  everything,
  grading,
  nothing,
  questions,
  sureAndWrong,
  today,
  worstResponse,
} from './done.ts';

const DAY_MS = 86_400_000;
const PAGE = 'en/test/police/';

/** A sitting of a test: the first `right` questions answered rightly, the rest surely and as badly as can be. */
export function testSitting(
  kind: TestKind,
  right: number,
  { answered = 10, isHandedIn = true, atMs = AT_MS } = {},
): LearnerRecord['attempts'][number] {
  const responses = drawTest(grading, kind, 'police', 7)
    .slice(0, answered)
    .map((reference, i) => {
      const question = findQuestion(grading, reference);
      if (!question) throw new Error(`No question ${reference}.`);
      return i < right
        ? [reference, { response: bestResponse(reference, grading), sure: 2 as const }]
        : [reference, { response: worstResponse(question), sure: i % 2 === 0 ? (3 as const) : (1 as const) }];
    });
  return {
    path: testName(kind, 'police'),
    seed: 7,
    release: today,
    responses: Object.fromEntries(responses),
    startedMs: atMs,
    ...(isHandedIn && { submittedMs: atMs }),
  };
}
/** Passed so long ago that the later test is open. */
const longAgo = everything.attempts.map((sitting) => ({
  ...sitting,
  startedMs: AT_MS - 200 * DAY_MS,
  submittedMs: AT_MS - 200 * DAY_MS,
}));
const before = testSitting('before', 4);
export const gained: LearnerRecord = { ...everything, attempts: [before, ...everything.attempts] };
export const held: LearnerRecord = {
  ...everything,
  attempts: [before, ...longAgo, testSitting('later', 8)],
};
const results = { shows: '[data-stage]' };

export const testExamples: Example[] = [
  { id: 'test-offered', page: PAGE, steps: [{ shows: '[data-offer="before"]' }] },
  {
    id: 'test-middle',
    page: PAGE,
    record: { ...nothing, attempts: [testSitting('before', 2, { answered: 4, isHandedIn: false })] },
    steps: [{ shows: '[data-question]' }],
  },
  { id: 'test-before-done', page: PAGE, record: { ...nothing, attempts: [before] }, steps: [results] },
  { id: 'test-gained', page: PAGE, record: gained, steps: [{ shows: '[data-gains="gained"]' }] },
  {
    id: 'test-too-late',
    page: PAGE,
    record: { ...nothing, attempts: [badSitting(questions, true)] },
    steps: [results],
  },
  {
    id: 'test-later-offered',
    page: PAGE,
    record: { ...everything, attempts: [before, ...longAgo] },
    steps: [{ shows: '[data-offer="later"]' }],
  },
  { id: 'test-held', page: PAGE, record: held, steps: [{ shows: '[data-gains="held"]' }] },
  { id: 'test-held-right-to-left', page: PAGE, dir: 'rtl', record: held, steps: [results] },
  { id: 'test-without-scripts', page: PAGE, isWithoutScripts: true },
  {
    id: 'test-not-kept',
    page: PAGE,
    storage: 'full',
    steps: [{ press: '.btn' }, { shows: '[data-question]' }],
  },
  { id: 'test-unreachable', page: PAGE, fails: '/exam/', steps: [{ shows: '[role="alert"]' }] },
  {
    id: 'assessment-gained',
    page: 'en/assessment/police/',
    record: { ...nothing, attempts: [testSitting('before', 2), sureAndWrong] },
    steps: [{ shows: '[data-gains]' }],
  },
  {
    id: 'record-later-open',
    page: 'en/record/',
    record: { ...everything, attempts: longAgo },
    steps: [{ shows: '[data-held] .up' }],
  },
  { id: 'record-held', page: 'en/record/', record: held, steps: [{ shows: '[data-held]' }] },
];
