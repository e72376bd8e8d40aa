import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drawAssessment,
  findQuestion,
  type GradingContent,
  grade,
  gradeScenario,
  runOutcome,
  scoreSitting,
} from '../../src/core/grading/index.ts';
import { countResponses } from '../../src/core/question/index.ts';
import { anyRecord } from '../fixtures/arbitrary-record.ts';
import { anyCompleteRecord, anyResponses } from '../fixtures/claims.ts';
import { bestResponse, content } from '../fixtures/grading.ts';

const anySeed = fc.integer({ min: 0, max: 0xffffffff });

/** Freezes everything inside: a change would throw. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** The content with so many questions in the final assessment. */
function withQuestions(questions: number): GradingContent {
  return {
    ...content,
    paths: content.paths.map((path) => ({ ...path, assessment: { ...path.assessment, questions } })),
  };
}

/** How many of the drawn questions each lesson has. */
function perLesson(drawn: readonly string[]): number[] {
  const lessons = content.modules.flatMap((module) => module.lessons.map((lesson) => lesson.id));
  return lessons.map(
    (lesson) => drawn.filter((reference) => findQuestion(content, reference)?.lesson === lesson).length,
  );
}

describe('grading', () => {
  test('changes neither content nor record, and says the same every time', () => {
    const frozen = deepFreeze(structuredClone(content));
    fc.assert(
      fc.property(fc.oneof(anyRecord, anyCompleteRecord), (record) => {
        const given = deepFreeze(structuredClone(record));
        const first = grade(frozen, given, 'police');
        expect(grade(frozen, given, 'police')).toEqual(first);
        expect(grade(structuredClone(content), structuredClone(record), 'police')).toEqual(first);
      }),
    );
  });

  test('never counts more than there is', () => {
    fc.assert(
      fc.property(fc.oneof(anyRecord, anyCompleteRecord), (record) => {
        const result = grade(content, record, 'police');
        if (!result) throw new Error('The path is there.');
        expect(result.lessons.done).toBeLessThanOrEqual(result.lessons.total);
        expect(result.scenariosPassed).toBeLessThanOrEqual(result.scenarios.length);
        expect(result.minutes).toBeLessThanOrEqual(6 + 7 + 5 + 9 + 4 + 12);
        expect(result.completedMs !== undefined).toBe(result.complete);
      }),
    );
  });

  test('passes no run after a harmful act, and none that is cut short or goes on after its end', () => {
    const choice = fc.constantFrom(
      'talk-alone',
      'ask-here',
      'papers',
      'took-passport',
      'tell-her-rights',
      'leave-a-card',
      'nothing',
    );
    const scenario = content.scenarios[0]?.scenario;
    if (!scenario) throw new Error('The fixture has a role-play.');
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 5 }), (choices) => {
        const { passed, ending } = runOutcome(scenario, choices);
        if (passed) expect(ending).toBe('linked');
        if (choices.includes('ask-here') || choices.length !== 3) expect(passed).toBe(false);
      }),
      { numRuns: 1_000 },
    );
    expect(runOutcome(scenario, ['talk-alone', 'papers', 'tell-her-rights'])).toEqual({
      ending: 'linked',
      passed: true,
    });
  });

  test('counts no narrated run and none of another version', () => {
    const run = {
      scenario: 'two-doors',
      version: 1,
      seed: 0,
      help: 'alone' as const,
      choices: ['talk-alone', 'papers', 'tell-her-rights'],
      startedMs: 1,
      atMs: 2,
    };
    const graded = (change: object) =>
      gradeScenario(
        content,
        { version: 1, lessons: {}, answers: [], attempts: [], runs: [{ ...run, ...change }] },
        'two-doors',
      );
    expect(graded({}).passed).toBe(true);
    expect(graded({ help: 'narrated' })).toMatchObject({ finished: 0, passed: false });
    expect(graded({ version: 2 })).toMatchObject({ finished: 0, passed: false });
  });
});

describe('drawing an assessment', () => {
  test('gives the number asked for, none twice, none that is only a check, all of the path', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 5, max: 28 }), (seed, questions) => {
        const drawn = drawAssessment(withQuestions(questions), 'police', seed);
        expect(drawn).toHaveLength(questions);
        expect(new Set(drawn).size).toBe(questions);
        for (const reference of drawn) expect(findQuestion(content, reference)?.use).not.toBe('check');
      }),
    );
  });

  test('gives all there are when more are asked for', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 28, max: 60 }), (seed, questions) => {
        expect(drawAssessment(withQuestions(questions), 'police', seed)).toHaveLength(28);
      }),
    );
  });

  test('spreads them over the lessons', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 5, max: 28 }), (seed, questions) => {
        const counts = perLesson(drawAssessment(withQuestions(questions), 'police', seed));
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('gives the same form for the same seed, and many forms for many seeds', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        expect(drawAssessment(structuredClone(content), 'police', seed)).toEqual(
          drawAssessment(content, 'police', seed),
        );
      }),
    );
    const forms = new Set(
      Array.from({ length: 100 }, (_, seed) => drawAssessment(content, 'police', seed).toSorted().join(' ')),
    );
    expect(forms.size).toBeGreaterThan(90);
  });

  test('uses every question in some form', () => {
    const used = new Set(
      Array.from({ length: 200 }, (_, seed) => drawAssessment(content, 'police', seed)).flat(),
    );
    expect(used.size).toBe(28);
  });
});

describe('scoring a sitting', () => {
  test('stays between nothing and everything, whatever was answered', () => {
    const anyNumbers = fc.dictionary(
      fc.constantFrom(...drawAssessment(content, 'police', 1)),
      fc.record({ response: fc.maxSafeNat() }),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.oneof(anyResponses(1), anyNumbers), (responses) => {
        const { earned, possible } = scoreSitting(content, { path: 'police', seed: 1, responses });
        expect(possible).toBe(12 * 60);
        expect(Number.isInteger(earned)).toBe(true);
        expect(earned).toBeGreaterThanOrEqual(0);
        expect(earned).toBeLessThanOrEqual(possible);
      }),
    );
  });

  test('gives nothing for nothing, everything for the best answers, and never less for one answer more', () => {
    fc.assert(
      fc.property(anySeed, fc.nat(), (seed, kept) => {
        const drawn = drawAssessment(content, 'police', seed);
        const some = (count: number) =>
          Object.fromEntries(
            drawn.slice(0, count).map((reference) => [reference, { response: bestResponse(reference) }]),
          );
        const earned = (count: number) =>
          scoreSitting(content, { path: 'police', seed, responses: some(count) }).earned;
        expect(earned(0)).toBe(0);
        expect(earned(12)).toBe(720);
        expect(earned((kept % 12) + 1) - earned(kept % 12)).toBe(60);
      }),
    );
  });

  test('counts no answer to a question that was not asked', () => {
    const asked = drawAssessment(content, 'police', 1);
    const other = content.modules
      .flatMap((module) => Object.keys(module.bank).map((id) => `${module.id}/${id}`))
      .filter((reference) => !asked.includes(reference));
    const responses = Object.fromEntries(
      other.map((reference) => [reference, { response: bestResponse(reference) }]),
    );
    expect(scoreSitting(content, { path: 'police', seed: 1, responses }).earned).toBe(0);
  });

  test('has all seven types of question, each with responses', () => {
    const all = content.modules.flatMap((module) => Object.values(module.bank));
    expect(new Set(all.map((question) => question.type)).size).toBe(7);
    for (const question of all) expect(countResponses(question)).toBeGreaterThan(1);
  });
});
