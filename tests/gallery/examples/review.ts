/** States of the review: nothing yet, nothing due, some due, in the middle, done; a decision of a role-play. */
import type { LearnerRecord } from '../../../src/core/progress/index.ts';
import { bestDraft, toResponse } from '../../../src/core/question/index.ts';
import { worstRun } from '../../e2e/support/records.ts';
import type { Example } from '../example.ts';
import { AT_MS, content, lessonWithCheck, nothing, worstResponse } from './done.ts';

type Answers = LearnerRecord['answers'];

/** Three checks, of three objectives, as badly as can be: sure, without a word, a guess. */
const checks = (['single-choice', 'sorting', 'marking'] as const).map(lessonWithCheck);
export const missed: Answers = checks.map(({ reference, question }, i) => ({
  question: reference,
  response: worstResponse(question),
  ...(i === 1 ? {} : { sure: i === 0 ? (3 as const) : (1 as const) }),
  atMs: AT_MS + i,
}));
/** All checks of the course, wrong: more than one day holds. */
const all: Answers = content.modules.flatMap(({ id, bank }) =>
  Object.entries(bank).flatMap(([question, own]) =>
    own.use === 'exam' ? [] : [{ question: `${id}/${question}`, response: worstResponse(own), atMs: AT_MS }],
  ),
);
const [first] = checks;
if (!first) throw new Error('There is a check of one choice.');
/** Known surely a moment ago, and so not due for days. */
const known: Answers = [
  {
    question: first.reference,
    response: toResponse(first.question, bestDraft(first.question)) ?? 0,
    sure: 3,
    atMs: Date.now(),
  },
];
export const badRun = (id: string): LearnerRecord['runs'][number] => ({
  scenario: id,
  version: content.scenarios.find(({ scenario }) => scenario.id === id)?.scenario.version ?? 1,
  seed: 7,
  help: 'alone',
  choices: [...worstRun(id)],
  startedMs: AT_MS,
  atMs: AT_MS,
});
const record = { ...nothing, answers: missed };
const asked = { shows: '[data-review]' };

export const reviewExamples: Example[] = [
  { id: 'review-nothing-yet', page: 'en/review/', steps: [{ shows: '[data-review-none]' }] },
  {
    id: 'review-nothing-due',
    page: 'en/review/',
    record: { ...nothing, answers: known },
    steps: [{ shows: '[data-review-none]' }],
  },
  {
    id: 'review-calendar-named',
    page: 'en/review/',
    record: { ...nothing, answers: known },
    steps: [
      { press: '.review-calendar input' },
      { press: '.review-calendar .btn' },
      { shows: '[role="status"] span' },
    ],
  },
  {
    id: 'review-done',
    page: 'en/review/',
    record: { ...nothing, runs: [badRun('last-car')] },
    steps: [
      { press: '.choice:first-child' },
      { press: '.actions .btn' },
      { shows: '.answer-notes' },
      { press: '.actions .btn' },
      { shows: '[data-review-done]' },
    ],
  },
  {
    id: 'review-calendar-beside',
    page: 'en/review/',
    record,
    steps: [{ press: '.review-fold summary' }, { shows: '.review-calendar .btn' }],
  },
  { id: 'review-due', page: 'en/review/', record, steps: [asked] },
  { id: 'review-ten-due', page: 'en/review/', record: { ...nothing, answers: all }, steps: [asked] },
  {
    id: 'review-incomplete',
    page: 'en/review/',
    record,
    steps: [{ press: '.actions .btn' }, { shows: '.said-now' }],
  },
  {
    id: 'review-decision',
    page: 'en/review/',
    record: { ...nothing, runs: [badRun('last-car')] },
    steps: [{ shows: '.turns' }],
  },
  {
    id: 'review-decision-answered',
    page: 'en/review/',
    record: { ...nothing, runs: [badRun('last-car')] },
    steps: [{ press: '.choice:last-child' }, { press: '.actions .btn' }, { shows: '.answer-notes' }],
  },
  {
    id: 'review-decision-right-to-left',
    page: 'en/review/',
    dir: 'rtl',
    record: { ...nothing, runs: [badRun('last-car')] },
    steps: [{ press: '.choice:last-child' }, { press: '.actions .btn' }, { shows: '.answer-notes' }],
  },
  {
    id: 'review-decision-unreachable',
    page: 'en/review/',
    record: { ...nothing, runs: [badRun('last-car')] },
    fails: '/role-plays/last-car/',
    steps: [{ shows: '[data-review] .notice' }],
    logs: ['Failed to load resource'],
  },
  {
    id: 'review-decision-left',
    page: 'en/review/',
    record: { ...nothing, runs: [badRun('last-car')] },
    fails: '/role-plays/last-car/',
    steps: [{ shows: '[data-review] .notice' }, { press: '.actions .btn' }, { shows: '[data-review-done]' }],
    logs: ['Failed to load resource'],
  },
  { id: 'review-right-to-left', page: 'en/review/', dir: 'rtl', record, steps: [asked] },
  { id: 'review-without-scripts', page: 'en/review/', isWithoutScripts: true },
  {
    id: 'review-storage-blocked',
    page: 'en/review/',
    storage: 'blocked',
    steps: [{ shows: '[data-review-none]' }],
  },
  { id: 'review-storage-full', page: 'en/review/', record, storage: 'full', steps: [asked] },
  {
    id: 'review-unreachable',
    page: 'en/review/',
    record,
    fails: '/exam/',
    steps: [{ shows: '[role="alert"]' }],
    logs: ['Failed to load resource'],
  },
];
