/** States of the home page. */
import { runOf } from '../../e2e/support/records.ts';
import type { Example } from '../example.ts';
import { content, everything, lessonsDone, nothing } from './done.ts';
import { missed } from './review.ts';

/** A run of a role-play that stands after so many choices; without a number, one that is ended. */
export function play(id: string, choices?: number) {
  const entry = content.scenarios.find(({ scenario }) => scenario.id === id);
  if (!entry) throw new Error(`The course has no role-play "${id}".`);
  return runOf(entry.scenario, entry.scenario.expert.slice(0, choices));
}

export const half = {
  ...nothing,
  lessons: lessonsDone(10),
  runs: [play('the-boy-with-the-bag'), play('last-car', 2)],
};
/** Lessons of a second path, read after those of the first. */
const ofShelter = Object.fromEntries(
  content.modules
    .filter(({ id }) => id === 'victim-care')
    .flatMap(({ id, lessons }) => lessons.slice(0, 3).map((lesson) => [`${id}/${lesson.id}`, 2])),
);
const isShown = [{ shows: '.onward[data-read]' }];

export const homeExamples: Example[] = [
  { id: 'home-new', page: 'en/' },
  {
    id: 'home-tried',
    page: 'en/',
    steps: [{ press: '.taste .choice:nth-of-type(2)' }, { shows: '.outcome:nth-child(2) .tag' }],
  },
  { id: 'home-without-scripts', page: 'en/', isWithoutScripts: true },
  { id: 'home-storage-blocked', page: 'en/', storage: 'blocked' },
  { id: 'home-right-to-left', page: 'en/', dir: 'rtl' },
  { id: 'home-lessons-only', page: 'en/', record: { ...nothing, lessons: lessonsDone(3) }, steps: isShown },
  { id: 'home-returning', page: 'en/', record: half, steps: isShown },
  { id: 'home-returning-right-to-left', page: 'en/', record: half, dir: 'rtl', steps: isShown },
  { id: 'home-due', page: 'en/', record: { ...half, answers: missed }, steps: [{ shows: '.due' }] },
  {
    id: 'home-play-next',
    page: 'en/',
    record: { ...nothing, lessons: lessonsDone(8) },
    steps: isShown,
  },
  {
    id: 'home-assessment-next',
    page: 'en/',
    record: { ...everything, attempts: [] },
    steps: isShown,
  },
  { id: 'home-complete', page: 'en/', record: everything, steps: isShown },
  {
    id: 'home-two-paths',
    page: 'en/',
    record: {
      ...half,
      lessons: { ...half.lessons, ...ofShelter },
      runs: [...half.runs, play('tonight-first', 4), play('the-second-translation', 0)],
    },
    steps: isShown,
  },
  {
    id: 'home-unreachable',
    page: 'en/',
    record: half,
    fails: '/releases/',
    steps: isShown,
    logs: ['Failed to load resource'],
  },
  { id: 'home-waiting', page: 'en/', record: half, hangs: '/releases/', steps: [{ shows: '.waiting' }] },
  {
    id: 'home-late',
    page: 'en/',
    record: half,
    hangs: '/releases/',
    isHurried: true,
    steps: [{ shows: '.late-here' }],
  },
];
