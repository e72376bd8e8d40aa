/** States of a final assessment: begun, half, failed, passed, not kept. */
import type { Example } from '../example.ts';
import { badSitting, earlier, everything, nothing, questions, sureAndWrong } from './done.ts';

export const assessmentExamples: Example[] = [
  { id: 'assessment-new', page: 'en/assessment/police/' },
  {
    id: 'assessment-first',
    page: 'en/assessment/police/',
    record: { ...nothing, attempts: [badSitting(0, false)] },
    steps: [{ shows: '[data-question]' }],
  },
  {
    id: 'assessment-middle',
    page: 'en/assessment/police/',
    record: { ...nothing, attempts: [badSitting(12, false)] },
    steps: [{ shows: '[data-question]' }],
  },
  {
    id: 'assessment-middle-right-to-left',
    page: 'en/assessment/police/',
    dir: 'rtl',
    record: { ...nothing, attempts: [badSitting(12, false)] },
  },
  {
    id: 'assessment-not-kept',
    page: 'en/assessment/police/',
    storage: 'full',
    steps: [{ press: '.btn' }, { shows: '[data-question]' }],
  },
  {
    id: 'assessment-all-answered',
    page: 'en/assessment/police/',
    record: { ...nothing, attempts: [badSitting(questions, false)] },
  },
  {
    id: 'assessment-some-missing',
    page: 'en/assessment/police/',
    record: { ...nothing, attempts: [badSitting(questions - 1, false)] },
    steps: [{ press: '.exam-bar .btn:last-child' }],
  },
  {
    id: 'assessment-failed',
    page: 'en/assessment/police/',
    record: { ...nothing, attempts: [badSitting(questions, true)] },
    steps: [{ shows: '[data-result]' }],
  },
  {
    id: 'assessment-nothing-answered',
    page: 'en/assessment/police/',
    record: { ...nothing, attempts: [badSitting(0, true)] },
    steps: [{ shows: '[data-result]' }],
  },
  {
    id: 'assessment-passed',
    page: 'en/assessment/police/',
    record: everything,
    steps: [{ shows: '[data-result]' }],
  },
  {
    id: 'assessment-earlier-release',
    page: 'en/assessment/police/',
    record: { ...nothing, attempts: earlier },
    steps: [{ shows: '[data-result]' }],
  },
  {
    id: 'assessment-sure-and-wrong',
    page: 'en/assessment/police/',
    record: { ...nothing, attempts: [sureAndWrong] },
    steps: [{ press: '.exam-fold:last-of-type > summary' }],
  },
  {
    id: 'assessment-failed-right-to-left',
    page: 'en/assessment/police/',
    dir: 'rtl',
    record: { ...nothing, attempts: [badSitting(questions - 9, true)] },
    steps: [{ shows: '[data-plan]' }],
  },
  {
    id: 'assessment-flagged',
    page: 'en/assessment/police/',
    record: { ...nothing, attempts: [badSitting(12, false)] },
    steps: [{ press: '[aria-pressed="false"]' }, { shows: '[data-flagged]' }],
  },
  {
    id: 'assessment-hand-in-open-and-flagged',
    page: 'en/assessment/police/',
    record: { ...nothing, attempts: [badSitting(questions - 4, false)] },
    steps: [{ press: '[aria-pressed="false"]' }, { press: '.exam-all' }, { shows: '.exam-list' }],
  },
  { id: 'assessment-without-scripts', page: 'en/assessment/police/', isWithoutScripts: true },
  { id: 'assessment-unreachable', page: 'en/assessment/police/', fails: '/exam/' },
  {
    id: 'assessment-hangs',
    page: 'en/assessment/police/',
    hangs: '/exam/',
    isHurried: true,
    steps: [{ shows: '[role="alert"]' }],
  },
];
