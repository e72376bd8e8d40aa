/** States of the learner's record: empty, half, full, damaged, not kept. */
import type { Example } from '../example.ts';
import { everything, largeRecord, lessonsDone, nothing, sureAndWrong } from './done.ts';
import { missed } from './review.ts';

export const recordExamples: Example[] = [
  { id: 'record-empty', page: 'en/record/' },
  {
    id: 'record-half',
    page: 'en/record/',
    record: {
      ...nothing,
      lessons: lessonsDone(9),
      runs: everything.runs.slice(0, 1),
      attempts: [sureAndWrong],
    },
    steps: [{ shows: '[data-play]' }],
  },
  {
    id: 'record-large',
    page: 'en/record/',
    record: largeRecord(),
    steps: [{ shows: '[data-play]' }],
  },
  {
    id: 'record-due',
    page: 'en/record/',
    record: { ...nothing, lessons: lessonsDone(9), answers: missed },
    steps: [{ shows: '[data-due] a' }],
  },
  { id: 'record-without-scripts', page: 'en/record/', isWithoutScripts: true },
  { id: 'record-release-unreachable', page: 'en/record/', record: everything, fails: '/releases/' },
  {
    id: 'record-late',
    page: 'en/record/',
    withoutIsland: 'RecordPage',
    isHurried: true,
    steps: [{ shows: 'astro-island + .late' }],
  },
  { id: 'record-full', page: 'en/record/', record: everything },
  {
    id: 'record-erase',
    page: 'en/record/',
    record: everything,
    steps: [{ press: '.field ~ p > button.quiet' }, { shows: 'dialog[open]' }],
  },
  { id: 'record-storage-full', page: 'en/record/', record: everything, storage: 'full' },
  { id: 'record-storage-blocked', page: 'en/record/', storage: 'blocked' },
  { id: 'record-unreadable', page: 'en/record/', record: '{"version":1,"less' },
  { id: 'record-newer', page: 'en/record/', record: '{"version":9}' },
  { id: 'record-right-to-left', page: 'en/record/', dir: 'rtl', record: everything },
];
