import type { AssessmentSitting } from '../progress/record.ts';
import { scoreResponse } from '../question/index.ts';
import { drawAssessment, findQuestion, QUESTION_POINTS } from './assessment.ts';
import type { GradingContent } from './release.ts';

/** One question of a sitting, and what its answer earned. */
export interface GradedAnswer {
  /** `module/question`. */
  reference: string;
  module: string;
  /** Id of the lesson from which it can be answered. */
  lesson: string;
  isRight: boolean;
  /** Of `QUESTION_POINTS`, 0 where nothing was answered. Not rounded. */
  points: number;
  /** Wholly wrong although the learner was sure; the most useful thing to look at again. */
  isSureAndWrong: boolean;
}

/** How the questions of one kind (a module, an objective) went. */
export interface Tally {
  /** What the questions have in common, as `keyOf` gave it. */
  key: string;
  asked: number;
  right: number;
  /** 0 to 1, counted as in the result of the whole sitting. */
  share: number;
}

/**
 * The answers of a sitting in the order in which they were asked.
 *
 * @param content The release that the sitting was drawn from.
 */
export function gradeAnswers(
  content: GradingContent,
  sitting: Pick<AssessmentSitting, 'path' | 'seed' | 'responses'>,
): GradedAnswer[] {
  return gradeQuestions(content, drawAssessment(content, sitting.path, sitting.seed), sitting);
}

/** The answers of a sitting to the given questions, in their order. */
export function gradeQuestions(
  content: GradingContent,
  questions: readonly string[],
  sitting: Pick<AssessmentSitting, 'responses'>,
): GradedAnswer[] {
  return questions.flatMap((reference) => {
    const question = findQuestion(content, reference);
    if (!question) return [];
    const given = sitting.responses[reference];
    const { earned, possible } = scoreResponse(question, given?.response ?? -1);
    return [
      {
        reference,
        module: reference.split('/')[0] ?? '',
        lesson: question.lesson,
        isRight: given !== undefined && earned === possible,
        points: given ? (earned / possible) * QUESTION_POINTS : 0,
        isSureAndWrong: given?.sure === 3 && earned === 0,
      },
    ];
  });
}

/**
 * Answers counted by what they have in common, in the order in which each key first comes.
 *
 * @param keyOf undefined leaves an answer out.
 */
export function tallyAnswers(
  answers: readonly GradedAnswer[],
  keyOf: (answer: GradedAnswer) => string | undefined,
): Tally[] {
  const groups = new Map<string, GradedAnswer[]>();
  for (const answer of answers) {
    const key = keyOf(answer);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  return [...groups].map(([key, own]) => ({
    key,
    asked: own.length,
    right: own.filter(({ isRight }) => isRight).length,
    share: Math.round(own.reduce((sum, { points }) => sum + points, 0)) / (own.length * QUESTION_POINTS),
  }));
}

/** Module to read again, with its lessons. */
export interface ModulePlan extends Tally {
  /** Lessons with questions that were not wholly right, most of them first. */
  lessons: readonly { lesson: string; missed: number }[];
}

/** What to read again after a sitting: its modules, the weakest first. */
export function planAfter(answers: readonly GradedAnswer[]): ModulePlan[] {
  return tallyAnswers(answers, ({ module }) => module)
    .sort((a, b) => a.share - b.share)
    .map((tally) => {
      const missed = answers.filter(({ module, isRight }) => module === tally.key && !isRight);
      const lessons = tallyAnswers(missed, ({ lesson }) => lesson)
        .map(({ key, asked }) => ({ lesson: key, missed: asked }))
        .sort((a, b) => b.missed - a.missed);
      return { ...tally, lessons };
    });
}
