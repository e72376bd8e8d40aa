/** States of the islands: empty, half, full, wrong, failed, late. */
import { LONGEST_NAME } from '../../../src/core/certificate/index.ts';
import { certificateToken, runOf, worstRun } from '../../e2e/support/records.ts';
import { bestResponse } from '../../fixtures/grading.ts';
import type { Example } from '../example.ts';
import {
  AT_MS,
  badSitting,
  content,
  everything,
  grading,
  lessonWithCheck,
  nothing,
  worstResponse,
} from './done.ts';

const token = certificateToken('Ada Peeters');
const longName = `Wolfeschlegelsteinhausenbergerdorff-${'Nguyễn'.repeat(20)}`.slice(0, LONGEST_NAME);
const arabicName = 'فاطمة الزهراء بنت عبد الرحمن';
const questions = everything.attempts[0] ? Object.keys(everything.attempts[0].responses).length : 0;
const earlier = everything.attempts.map((sitting) => ({ ...sitting, release: '3555164d0170' }));

const assessment: Example[] = [
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
    steps: [{ press: 'main .actions .btn' }],
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
  { id: 'assessment-unreachable', page: 'en/assessment/police/', fails: '/exam/' },
  {
    id: 'assessment-hangs',
    page: 'en/assessment/police/',
    hangs: '/exam/',
    isHurried: true,
    steps: [{ shows: '[role="alert"]' }],
  },
];

const certificate: Example[] = [
  { id: 'certificate-none', page: 'en/certificate/' },
  {
    id: 'certificate-form',
    page: 'en/certificate/',
    record: everything,
    steps: [{ shows: '#certificate-name' }],
  },
  { id: 'certificate-unreachable', page: 'en/certificate/', fails: '/releases/' },
  { id: 'certificate-made', page: 'en/certificate/', hash: `c=${token}`, steps: [{ shows: '.sheet' }] },
  {
    id: 'certificate-longest-name',
    page: 'en/certificate/',
    hash: `c=${certificateToken(longName)}`,
    steps: [{ shows: '.sheet' }],
  },
  {
    id: 'certificate-name-right-to-left',
    page: 'en/certificate/',
    hash: `c=${certificateToken(arabicName)}`,
    steps: [{ shows: '.sheet' }],
  },
  {
    id: 'certificate-page-right-to-left',
    page: 'en/certificate/',
    dir: 'rtl',
    hash: `c=${token}`,
    steps: [{ shows: '.sheet' }],
  },
  {
    id: 'certificate-broken',
    page: 'en/certificate/',
    hash: `c=${token.slice(0, -6)}`,
    steps: [{ shows: '.notice.bad' }],
  },
  {
    id: 'certificate-late',
    page: 'en/certificate/',
    hash: `c=${token}`,
    withoutIsland: 'CertificatePage',
    isHurried: true,
    steps: [{ shows: 'astro-island + .late' }],
  },
];

/** One letter of the middle changed. */
const changed = token.slice(0, 40) + (token[40] === 'A' ? 'B' : 'A') + token.slice(41);
const verify: Example[] = [
  { id: 'verify-empty', page: 'en/verify/' },
  {
    id: 'verify-holds',
    page: 'en/verify/',
    hash: `c=${token}`,
    steps: [{ shows: '[data-verified="true"]' }],
  },
  {
    id: 'verify-longest-name',
    page: 'en/verify/',
    hash: `c=${certificateToken(longName)}`,
    steps: [{ shows: '[data-verified="true"]' }],
  },
  {
    id: 'verify-name-right-to-left',
    page: 'en/verify/',
    hash: `c=${certificateToken(arabicName)}`,
    steps: [{ shows: '[data-verified="true"]' }],
  },
  {
    id: 'verify-page-right-to-left',
    page: 'en/verify/',
    dir: 'rtl',
    hash: `c=${token}`,
    steps: [{ shows: '[data-verified="true"]' }],
  },
  {
    id: 'verify-changed',
    page: 'en/verify/',
    hash: `c=${changed}`,
    steps: [{ shows: '[data-verified="false"]' }],
  },
  {
    id: 'verify-cut',
    page: 'en/verify/',
    hash: `c=${token.slice(0, -6)}`,
    steps: [{ shows: '[data-verified="false"]' }],
  },
  {
    id: 'verify-no-release',
    page: 'en/verify/',
    hash: `c=${token}`,
    fails: '/releases/',
    steps: [{ shows: '[data-verified="false"]' }],
  },
  { id: 'verify-waiting', page: 'en/verify/', hash: `c=${token}`, hangs: '/releases/' },
];

const record: Example[] = [
  { id: 'record-empty', page: 'en/record/' },
  { id: 'record-full', page: 'en/record/', record: everything },
  {
    id: 'record-erase',
    page: 'en/record/',
    record: everything,
    steps: [
      { press: 'main p:last-of-type > button.quiet, .field ~ p > button.quiet' },
      { shows: 'dialog[open]' },
    ],
  },
  { id: 'record-storage-full', page: 'en/record/', record: everything, storage: 'full' },
  { id: 'record-storage-blocked', page: 'en/record/', storage: 'blocked' },
  { id: 'record-unreadable', page: 'en/record/', record: '{"version":1,"less' },
  { id: 'record-newer', page: 'en/record/', record: '{"version":9}' },
  { id: 'record-right-to-left', page: 'en/record/', dir: 'rtl', record: everything },
];

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
    steps: [{ press: 'button.quiet' }, { shows: '[data-debrief="passed"]' }],
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
    steps: [{ press: 'button.quiet' }, { shows: '[data-debrief="passed"]' }],
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

export const islandExamples: Example[] = [
  ...assessment,
  ...certificate,
  ...verify,
  ...record,
  ...rolePlay,
  ...checks,
  ...search,
];
