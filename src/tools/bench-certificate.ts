import { latestDay, localDay } from '../adapters/calendar.ts';
import { qrSvgPath } from '../adapters/qr.ts';
import { type Claim, claimFor, openToken, packClaim, verifyClaim } from '../core/certificate/index.ts';
import { drawAssessment, findQuestion, type Release } from '../core/grading/index.ts';
import type { LearnerRecord } from '../core/progress/index.ts';
import { countResponses, scoreResponse } from '../core/question/index.ts';
import type { Scenario } from '../core/scenario/index.ts';
import { contentOnce } from '../integrations/content-once.ts';
import { release } from '../integrations/site.ts';

const PATH = 'police';
const NAME = "Nguyễn Thị Łucja O'Connor";
const RUNS = 200;

/** The claim of a full record of the police path, on today's content; undefined when the content does not load. */
export function benchClaim(): { grading: Release; claim: Claim } | undefined {
  const { content } = contentOnce('en');
  if (!content) return undefined;
  const { grading } = release(content);
  const plays = content.scenarios.map(({ scenario }) => scenario);
  const claim = claimFor(grading, fullRecord(grading, plays), PATH, NAME, localDay);
  return claim && { grading, claim };
}

/**
 * Size of a certificate's link and time to pack and to verify it, for a full record of the police path: every answer
 * right, every role-play passed as the expert plays it.
 *
 * @returns One line that says so when the content does not load.
 */
export async function benchCertificate(): Promise<{ name: string; value: string | number }[]> {
  const made = benchClaim();
  if (!made)
    return [{ name: `${PATH} path`, value: 'the content does not load, or the path cannot be completed' }];
  const { grading, claim } = made;
  const token = packClaim(grading, claim);
  const opened = openToken(token);
  if (!opened || !verifyClaim(grading, opened, latestDay(Date.now())).ok)
    throw new Error('The certificate of a full record does not verify.');
  return [
    { name: 'token, bytes', value: Math.floor((token.length * 3) / 4) },
    { name: 'token, characters', value: token.length },
    {
      name: 'QR code with a link of 40 characters more, modules wide',
      value: qrSvgPath('x'.repeat(40) + token).size - 8,
    },
    { name: 'packing, milliseconds', value: time(() => packClaim(grading, claim)) },
    {
      name: 'verifying, milliseconds',
      value: time(() => verifyClaim(grading, opened, latestDay(Date.now()))),
    },
  ];
}

/** Milliseconds that one call takes, on average after a first one. */
function time(work: () => void): string {
  work();
  const start = performance.now();
  for (let i = 0; i < RUNS; i++) work();
  return ((performance.now() - start) / RUNS).toFixed(2);
}

function fullRecord(content: Release, scenarios: readonly Scenario[]): LearnerRecord {
  const path = content.paths.find((candidate) => candidate.id === PATH);
  const modules = content.modules.filter((module) => path?.modules.includes(module.id));
  const at = { startedMs: 1, atMs: 2 };
  return {
    version: 1,
    lessons: Object.fromEntries(
      modules.flatMap((module) => module.lessons.map((lesson) => [`${module.id}/${lesson.id}`, 1])),
    ),
    answers: [],
    runs: scenarios
      .filter((scenario) => path?.scenarios.offered.includes(scenario.id))
      .map((scenario) => ({
        scenario: scenario.id,
        version: scenario.version,
        seed: 1,
        help: 'alone',
        choices: [...scenario.expert],
        ...at,
      })),
    attempts: [
      {
        path: PATH,
        seed: 1,
        release: content.hash,
        responses: bestResponses(content),
        startedMs: 1,
        submittedMs: 2,
      },
    ],
  };
}

function bestResponses(content: Release): Record<string, { response: number }> {
  return Object.fromEntries(
    drawAssessment(content, PATH, 1).flatMap((reference) => {
      const question = findQuestion(content, reference);
      if (!question) return [];
      for (let response = 0; response < countResponses(question); response++) {
        const { earned, possible } = scoreResponse(question, response);
        if (earned === possible) return [[reference, { response }]];
      }
      return [];
    }),
  );
}
