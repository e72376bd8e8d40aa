/** What learners have done in examples: records made from the shipped content, so that they stay valid with it. */
import { drawAssessment, findQuestion } from '../../../src/core/grading/index.ts';
import type { LearnerRecord } from '../../../src/core/progress/index.ts';
import { countResponses, type Question, scoreResponse } from '../../../src/core/question/index.ts';
import { release } from '../../../src/integrations/site.ts';
import { content } from '../../e2e/support/learner.ts';
import { completeRecord, worstRun } from '../../e2e/support/records.ts';

export { content };
export const AT_MS = Date.UTC(2026, 10, 20);
export const { grading, hash: today } = release(content);
export const nothing: LearnerRecord = { version: 1, lessons: {}, answers: [], runs: [], attempts: [] };
export const everything = completeRecord();

/** The first lessons of the path of the police, in order. */
export function lessonsDone(count: number): LearnerRecord['lessons'] {
  return Object.fromEntries(Object.entries(everything.lessons).slice(0, count));
}

/** A response that earns the least. */
export function worstResponse(question: Question): number {
  let worst = 0;
  for (let response = 0; response < Math.min(countResponses(question), 5_000); response++)
    if (scoreResponse(question, response).earned < scoreResponse(question, worst).earned) worst = response;
  return worst;
}

/** A sitting of the police's assessment: the first `answered` questions answered, all of them as badly as can be. */
export function badSitting(answered: number, isHandedIn: boolean): LearnerRecord['attempts'][number] {
  const questions = drawAssessment(grading, 'police', 7).slice(0, answered);
  const responses = questions.flatMap((reference) => {
    const question = findQuestion(grading, reference);
    return question ? [[reference, { response: worstResponse(question) }] as const] : [];
  });
  return {
    path: 'police',
    seed: 7,
    release: today,
    responses: Object.fromEntries(responses),
    startedMs: AT_MS,
    ...(isHandedIn ? { submittedMs: AT_MS } : {}),
  };
}

/** A lesson with a knowledge check of this type, and the check's reference. */
export function lessonWithCheck(type: Question['type']): {
  page: string;
  id: string;
  reference: string;
  question: Question;
} {
  for (const module of content.modules)
    for (const lesson of module.lessons) {
      for (const [id, question] of Object.entries(module.bank))
        if (question.type === type && question.lesson === lesson.id && question.use !== 'exam')
          return {
            page: `en/modules/${module.id}/${lesson.id}/`,
            id,
            reference: `${module.id}/${id}`,
            question,
          };
    }
  throw new Error(`No lesson has a knowledge check of type ${type}.`);
}

/** How many questions the assessment of the police has. */
export const questions = Object.keys(everything.attempts[0]?.responses ?? {}).length;
/** A sitting of an earlier release. */
export const earlier = everything.attempts.map((sitting) => ({ ...sitting, release: '3555164d0170' }));
const answeredBadly = badSitting(questions, true);
/** A sitting that was handed in, with the first answers given as sure and the others as a guess. */
export const sureAndWrong = {
  ...answeredBadly,
  responses: Object.fromEntries(
    Object.entries(answeredBadly.responses).map(([reference, { response }], i) => [
      reference,
      { response, sure: i < 4 ? (3 as const) : (1 as const) },
    ]),
  ),
};

/** A large record: 2,000 answers, half of them sure and wrong, and 200 runs of all role-plays, the last ones open. */
export function largeRecord(): LearnerRecord {
  const bank = grading.modules.flatMap((module) =>
    Object.entries(module.bank).map(([id, question]) => ({
      question: `${module.id}/${id}`,
      response: worstResponse(question),
    })),
  );
  const plays = content.scenarios.map(({ scenario }) => ({ scenario, worst: worstRun(scenario.id) }));
  const pick = <T>(list: readonly T[], i: number) => list[i % list.length] as T;
  return {
    ...nothing,
    lessons: Object.fromEntries(
      grading.modules.flatMap(({ id, lessons }) => lessons.map((lesson) => [`${id}/${lesson.id}`, AT_MS])),
    ),
    answers: Array.from({ length: 2_000 }, (_, i) => ({
      ...pick(bank, i),
      sure: i % 2 === 0 ? (3 as const) : (1 as const),
      atMs: AT_MS + i * 60_000,
    })),
    runs: Array.from({ length: 200 }, (_, i) => {
      const { scenario, worst } = pick(plays, i);
      const choices = i % 3 === 0 ? worst : [...scenario.expert];
      return {
        scenario: scenario.id,
        version: scenario.version,
        seed: 7,
        help: 'alone' as const,
        choices: i >= 194 ? choices.slice(0, 3) : choices,
        startedMs: AT_MS + i * 600_000,
        atMs: AT_MS + i * 600_000 + 300_000,
      };
    }),
  };
}
