/** States of a path's page, and of a module's. */
import type { Example } from '../example.ts';
import { badSitting, content, everything, lessonsDone, nothing } from './done.ts';
import { half } from './home.ts';

const page = 'en/paths/police/';
const earlier = everything.attempts.map((sitting) => ({ ...sitting, release: '3555164d0170' }));
const questions = everything.attempts[0] ? Object.keys(everything.attempts[0].responses).length : 0;
const [module] = content.modules;
if (!module) throw new Error('The course is empty.');
const isShown = [{ shows: '.here[data-read]' }];

export const pathExamples: Example[] = [
  ...content.paths.map(({ id }) => ({ id: `path-empty-${id}`, page: `en/paths/${id}/` })),
  { id: 'path-without-scripts', page, isWithoutScripts: true },
  { id: 'path-storage-blocked', page, storage: 'blocked' },
  { id: 'path-half', page, record: half, steps: isShown },
  { id: 'path-right-to-left', page, dir: 'rtl', record: half, steps: isShown },
  { id: 'path-play-next', page, record: { ...nothing, lessons: lessonsDone(8) }, steps: isShown },
  { id: 'path-plays-next', page, record: { ...nothing, lessons: everything.lessons }, steps: isShown },
  {
    id: 'path-failed',
    page,
    record: { ...everything, attempts: [badSitting(questions, true)] },
    steps: isShown,
  },
  { id: 'path-complete', page, record: everything, steps: isShown },
  { id: 'path-earlier-release', page, record: { ...everything, attempts: earlier }, steps: isShown },
  {
    id: 'path-unreachable',
    page,
    record: half,
    fails: '/releases/',
    steps: isShown,
    logs: ['Failed to load resource'],
  },
  { id: 'path-waiting', page, record: half, hangs: '/releases/', steps: [{ shows: '.waiting' }] },
  {
    id: 'path-late',
    page,
    record: half,
    hangs: '/releases/',
    isHurried: true,
    steps: [{ shows: '.late-here' }],
  },
  { id: 'module-new', page: `en/modules/${module.id}/` },
  { id: 'module-begun', page: `en/modules/${module.id}/`, record: { ...nothing, lessons: lessonsDone(3) } },
  { id: 'module', page: `en/modules/${module.id}/`, record: everything },
];
