import { expect, test } from 'vitest';
import type { PathResult } from '../../core/grading/index.ts';
import { certificateLines } from './lines.ts';
import { type CertificateLineWord, certificateLineWords } from './words.ts';

const ui = Object.fromEntries(certificateLineWords.map((key) => [key, key])) as Record<
  CertificateLineWord,
  string
>;
ui['certificate.deed'] = '{path}: {lessons} lessons, {plays} role-plays, {percent} %';

const play = (scenario: string, passed: boolean) => ({
  scenario,
  passed,
  finished: 1,
  passingRun: undefined,
});
const result: PathResult = {
  path: 'police',
  lessons: { done: 29, total: 29 },
  scenarios: [play('last-car', true), play('the-hand', false), play('gone-by-now', true)],
  scenariosPassed: 2,
  scenariosNeeded: 2,
  assessment: undefined,
  complete: true,
  completedMs: 0,
  minutes: 342,
};
const lines = certificateLines(
  { name: 'Ada Peeters', day: 20_777, percent: 87, tenthsOfHours: 57, release: '3555164d0170' },
  result,
  {
    ui,
    lang: 'en',
    pathTitle: 'Police and inspection',
    plays: {
      'last-car': { title: 'Last car', role: 'Patrol officer' },
      'the-hand': { title: 'The hand', role: 'Nurse' },
    },
    recordName: 'G3W8-4DNA-PS',
  },
);

test('names the role-plays that were passed, and counts those that the course no longer has', () => {
  expect(lines.practised.items).toEqual([{ title: 'Last car', role: 'Patrol officer' }]);
  expect(lines.deed).toBe('Police and inspection: 29 lessons, 2 role-plays, 87 %');
});

test('states day, hours, result, content and number, each once', () => {
  expect(lines.facts.rows.map(([, value]) => value)).toEqual([
    '20 November 2026',
    '5.7',
    '87 %',
    '3555164d0170',
    'G3W8-4DNA-PS',
  ]);
});

test('leaves the lines to sign on empty', () => {
  expect(lines.confirmed.fields).toEqual([
    'certificate.signer',
    'certificate.signedOn',
    'certificate.signature',
  ]);
});
