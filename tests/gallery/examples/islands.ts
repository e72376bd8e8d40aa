/** States of the islands: empty, half, full, wrong, failed, late. */
import { runOf, worstRun } from '../../e2e/support/records.ts';
import { bestResponse } from '../../fixtures/grading.ts';
import type { Example } from '../example.ts';
import { AT_MS, content, grading, lessonWithCheck, nothing, worstResponse } from './done.ts';

const [play] = content.scenarios.map(({ scenario }) => scenario);
if (!play) throw new Error('There is no role-play.');
const at = `en/role-plays/${play.id}/`;
const worst = worstRun(play.id);
const run = (choices: readonly string[], help: 'alone' | 'coached' | 'narrated' = 'alone', later = 0) => ({
  ...runOf(play, choices),
  help,
  startedMs: AT_MS + later,
  atMs: AT_MS + later,
});
/** The longest title, the most choices, what else is at an end: every role-play at its second decision. */
const others: Example[] = content.scenarios.slice(1).map(({ scenario }) => ({
  id: `play-${scenario.id}`,
  page: `en/role-plays/${scenario.id}/`,
  record: { ...nothing, runs: [runOf(scenario, scenario.expert.slice(0, 2))] },
  steps: [{ shows: '.deciding' }],
}));
const rolePlay: Example[] = [
  { id: 'play-introduction', page: at },
  {
    id: 'play-introduction-not-kept',
    page: at,
    storage: 'full',
    steps: [{ press: 'button[type="submit"]' }, { shows: '.deciding' }],
  },
  { id: 'play-introduction-finished', page: at, record: { ...nothing, runs: [run(play.expert)] } },
  { id: 'play-first', page: at, record: { ...nothing, runs: [run([])] }, steps: [{ shows: '.deciding' }] },
  {
    id: 'play-middle',
    page: at,
    record: { ...nothing, runs: [run(play.expert.slice(0, 5))] },
    steps: [{ press: 'summary' }],
  },
  {
    id: 'play-middle-right-to-left',
    page: at,
    dir: 'rtl',
    record: { ...nothing, runs: [run(play.expert.slice(0, 5))] },
    steps: [{ shows: '.deciding' }],
  },
  {
    id: 'play-predict',
    page: at,
    record: { ...nothing, runs: [run(play.expert.slice(0, 2), 'narrated')] },
    steps: [{ press: '[data-choice]:last-of-type' }, { shows: '[data-coach]' }],
  },
  {
    id: 'play-coach',
    page: at,
    record: { ...nothing, runs: [run(worst.slice(0, 1), 'coached')] },
    steps: [{ press: 'li:last-child > [data-choice]' }, { shows: '[data-coach]' }],
  },
  {
    id: 'play-end',
    page: at,
    record: { ...nothing, runs: [run(play.expert.slice(0, -1))] },
    steps: [{ press: `[data-choice="${play.expert.at(-1)}"]` }, { shows: '.turns + .actions' }],
  },
  {
    id: 'play-reflection',
    page: at,
    record: { ...nothing, runs: [run(worst)] },
    steps: [{ press: 'button.quiet' }, { shows: '[data-reflection]' }],
  },
  {
    id: 'play-debrief-passed',
    page: at,
    record: { ...nothing, runs: [run(play.expert)] },
    steps: [
      { press: 'button.quiet' },
      { press: '[data-reflection] .btn' },
      { shows: '[data-debrief="passed"]' },
    ],
  },
  {
    id: 'play-debrief-failed',
    page: at,
    record: { ...nothing, runs: [run(play.expert), run(worst, 'alone', 60_000)] },
    steps: [
      { press: 'button.quiet' },
      { press: '[data-reflection] .btn' },
      { shows: '[data-debrief="not-passed"]' },
    ],
  },
  {
    id: 'play-debrief-right-to-left',
    page: at,
    dir: 'rtl',
    record: { ...nothing, runs: [run(play.expert)] },
    steps: [
      { press: 'button.quiet' },
      { press: '[data-reflection] .btn' },
      { shows: '[data-debrief="passed"]' },
    ],
  },
  {
    id: 'play-late',
    page: at,
    withoutIsland: 'Player',
    isHurried: true,
    steps: [{ shows: 'astro-island + .late' }],
  },
  { id: 'play-without-scripts', page: at, isWithoutScripts: true },
  ...others,
];

const types = [
  'single-choice',
  'multiple-choice',
  'graded-choice',
  'ordering',
  'sorting',
  'marking',
  'line-typing',
] as const;
const checks: Example[] = types.flatMap((type) => {
  const { page, id, reference, question } = lessonWithCheck(type);
  const answer = (response: number, sure?: 1 | 2 | 3) => ({
    ...nothing,
    answers: [{ question: reference, response, atMs: AT_MS, ...(sure ? { sure } : {}) }],
  });
  const hash = `check-${id}`;
  const shared = { page, hash, part: `#${hash}` };
  return [
    { id: `check-${type}`, ...shared, steps: [{ shows: `#${hash} .btn` }] },
    {
      id: `check-${type}-wrong`,
      ...shared,
      record: answer(worstResponse(question), 3),
      steps: [{ shows: `#${hash} .verdict` }],
    },
    {
      id: `check-${type}-right`,
      ...shared,
      record: answer(bestResponse(reference, grading), 1),
      steps: [{ shows: `#${hash} .verdict` }],
    },
  ];
});
const sorting = checks.find(({ id }) => id === 'check-sorting');
if (!sorting) throw new Error('No lesson has a sorting.');
const cards = lessonWithCheck('sorting').question;
const press = { press: `#${sorting.hash} .bucket:first-child` };
checks.push(
  { ...sorting, id: 'check-sorting-begun', steps: [press, press, { press: `#${sorting.hash} summary` }] },
  {
    ...sorting,
    id: 'check-sorting-placed',
    steps: Array.from(
      { length: cards.type === 'sorting' ? Object.keys(cards.items).length : 0 },
      () => press,
    ),
  },
  { ...sorting, id: 'check-sorting-right-to-left', dir: 'rtl', steps: [press] },
);
const [single] = checks;
if (!single) throw new Error('There is no knowledge check.');
checks.push(
  { ...single, id: 'check-incomplete', steps: [{ press: `#${single.hash} .btn` }] },
  { ...single, id: 'check-right-to-left', dir: 'rtl' },
  { ...single, id: 'check-without-scripts', isWithoutScripts: true, steps: [] },
  {
    ...single,
    id: 'check-late',
    withoutIsland: 'KnowledgeCheck',
    isHurried: true,
    steps: [{ shows: 'astro-island + .late' }],
  },
);

const search: Example[] = [
  { id: 'search-empty', page: 'en/search/' },
  {
    id: 'search-results',
    page: 'en/search/',
    steps: [{ type: 'residence permit', into: '#find' }, { shows: '#found li' }],
  },
  {
    id: 'search-none',
    page: 'en/search/',
    steps: [{ type: 'qqqqxzzz', into: '#find' }, { shows: '#found .notice' }],
  },
  {
    id: 'search-right-to-left',
    page: 'en/search/',
    dir: 'rtl',
    steps: [{ type: 'passport', into: '#find' }, { shows: '#found li' }],
  },
];

export const islandExamples: Example[] = [...rolePlay, ...checks, ...search];
