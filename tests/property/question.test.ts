import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  answerNotes,
  type BankQuestion,
  bestDraft,
  countResponses,
  fromGroupDigits,
  fromResponse,
  groupDigits,
  isResponse,
  type Question,
  type QuestionOf,
  type QuestionWords,
  rank,
  scoreResponse,
  shuffledOptions,
  startDraft,
  toResponse,
  unrank,
} from '../../src/core/question/index.ts';
import { bankSchema, bankWordsSchema } from '../../src/core/question/schema.ts';
import { lineTypes, type Rating } from '../../src/core/scenario/constants.ts';

const shared: Pick<BankQuestion, 'lesson' | 'objective' | 'use' | 'sources' | 'review'> = {
  lesson: 'a-lesson',
  objective: 'an-objective',
  use: 'both',
  sources: ['SEED-0'],
  review: 'prepared',
};
const idNumber = (n: number) => `id-${n}`;
const ids = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => Array.from({ length: n }, (_, i) => idNumber(i)));
const wrongOnes = (n: number) =>
  fc.array(fc.constantFrom('acceptable', 'poor', 'harmful'), { minLength: n, maxLength: n });

const questions: { [T in Question['type']]: fc.Arbitrary<QuestionOf<T>> } = {
  'single-choice': ids(2, 6).chain((answers) =>
    fc
      .record({
        type: fc.constant('single-choice'),
        answers: fc.constant(answers),
        correct: fc.constantFrom(...answers),
      })
      .map((own) => ({ ...shared, ...own })),
  ),
  'multiple-choice': ids(3, 8).chain((answers) =>
    fc
      .record({
        type: fc.constant('multiple-choice'),
        answers: fc.constant(answers),
        correct: fc.subarray(answers, { minLength: 1, maxLength: answers.length - 1 }),
      })
      .map((own) => ({ ...shared, ...own })),
  ),
  'graded-choice': ids(3, 6).chain((answers) =>
    fc.tuple(fc.nat(answers.length - 1), wrongOnes(answers.length)).map(([best, rest]) => ({
      ...shared,
      type: 'graded-choice' as const,
      answers: Object.fromEntries(
        answers.map((id, i) => [id, i === best ? ('best' as const) : (rest[i] as Rating)]),
      ),
    })),
  ),
  ordering: ids(3, 7).map((items) => ({ ...shared, type: 'ordering' as const, items })),
  sorting: fc
    .tuple(ids(2, 4), fc.array(fc.nat(11), { minLength: 3, maxLength: 10 }))
    .map(([groups, places]) => ({
      ...shared,
      type: 'sorting' as const,
      groups,
      items: Object.fromEntries(
        places.map((place, i) => [`item-${i}`, groups[place % groups.length] as string]),
      ),
    })),
  marking: fc
    .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }))
    .map(([targets, others]) => ({
      ...shared,
      type: 'marking' as const,
      targets: Array.from({ length: targets }, (_, i) => `target-${i}`),
      others: Array.from({ length: others }, (_, i) => `other-${i}`),
    })),
  'line-typing': fc
    .uniqueArray(fc.constantFrom(...lineTypes), { minLength: 3, maxLength: 6 })
    .chain((offered) =>
      fc.constantFrom(...offered).map((line) => ({ ...shared, type: 'line-typing' as const, line, offered })),
    ),
};
const anyQuestion: fc.Arbitrary<Question> = fc.oneof(...Object.values(questions));
const questionAndResponse = anyQuestion.chain((question) =>
  fc.tuple(fc.constant(question), fc.nat(countResponses(question) - 1)),
);

describe('a question of any type', () => {
  test('scores every response between nothing and what is possible, in whole points', () => {
    fc.assert(
      fc.property(questionAndResponse, ([question, response]) => {
        const { earned, possible } = scoreResponse(question, response);
        expect(Number.isInteger(earned) && Number.isInteger(possible)).toBe(true);
        expect(earned).toBeGreaterThanOrEqual(0);
        expect(earned).toBeLessThanOrEqual(possible);
        expect(possible).toBeGreaterThan(0);
      }),
    );
  });

  test('has the same possible points for every response, and gives them for the best one', () => {
    fc.assert(
      fc.property(questionAndResponse, ([question, response]) => {
        const best = toResponse(question, bestDraft(question));
        expect(best).toBeDefined();
        const { earned, possible } = scoreResponse(question, best as number);
        expect(earned).toBe(possible);
        expect(scoreResponse(question, response).possible).toBe(possible);
      }),
    );
  });

  test('gives all points for one response only', () => {
    fc.assert(
      fc.property(questionAndResponse, ([question, response]) => {
        const { earned, possible } = scoreResponse(question, response);
        expect(earned === possible).toBe(response === toResponse(question, bestDraft(question)));
      }),
    );
  });

  test('gives nothing for a number that is no response', () => {
    fc.assert(
      fc.property(
        anyQuestion,
        fc.oneof(fc.integer({ max: -1 }), fc.double({ noInteger: true }), fc.nat()),
        (question, number) => {
          fc.pre(!isResponse(question, number));
          expect(scoreResponse(question, number).earned).toBe(0);
        },
      ),
    );
  });

  test('reads a response into a draft and back unchanged', () => {
    fc.assert(
      fc.property(questionAndResponse, ([question, response]) => {
        expect(toResponse(question, fromResponse(question, response))).toBe(response);
      }),
    );
  });

  test('takes what was shown at the start for no answer, and never shows the items of an ordering in the right order', () => {
    fc.assert(
      fc.property(anyQuestion, fc.nat(0xffffffff), (question, seed) => {
        const start = startDraft(question, shuffledOptions('a/question', question, seed));
        expect(toResponse(question, start)).toBeUndefined();
        if (question.type === 'ordering') {
          expect(start.chosen).not.toEqual(question.items);
          expect([...start.chosen].sort()).toEqual([...question.items].sort());
        }
      }),
    );
  });

  test('shows the same options in any order, and scores the same answer the same whatever the order shown', () => {
    fc.assert(
      fc.property(
        questionAndResponse,
        fc.nat(0xffffffff),
        fc.nat(0xffffffff),
        ([question, response], seed, otherSeed) => {
          const shown = shuffledOptions('a/question', question, seed);
          const shownOtherwise = shuffledOptions('a/question', question, otherSeed);
          expect([...shown].sort()).toEqual([...shownOtherwise].sort());
          const given = fromResponse(question, response);
          // Ticks and groups arrive in the order in which they stand on the screen; an ordering is its order.
          const asShown = (options: string[]) => ({
            ...given,
            chosen:
              question.type === 'ordering' ? given.chosen : options.filter((id) => given.chosen.includes(id)),
            groups: Object.fromEntries(
              options.flatMap((id) => (given.groups[id] === undefined ? [] : [[id, given.groups[id]]])),
            ),
          });
          expect(toResponse(question, asShown(shown))).toBe(response);
          expect(toResponse(question, asShown(shownOtherwise))).toBe(response);
        },
      ),
    );
  });

  test('has a note on every answer, the learner’s own first', () => {
    fc.assert(
      fc.property(questionAndResponse, ([question, response]) => {
        const notes = answerNotes(question, { prompt: '' }, fromResponse(question, response));
        expect(notes.map((note) => note.id).sort()).toEqual(
          [...shuffledOptions('a/question', question, 1)].sort(),
        );
        const theirs = notes.map((note) => note.isTheirs);
        expect(theirs).toEqual([...theirs].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });
});

test('the rank of an order and the order of a rank are inverse', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }).chain((length) =>
        fc.shuffledSubarray(
          Array.from({ length }, (_, i) => i),
          { minLength: length },
        ),
      ),
      (order) => {
        expect(unrank(rank(order), order.length)).toEqual(order);
      },
    ),
  );
  const all = Array.from({ length: 120 }, (_, response) => rank(unrank(response, 5)));
  expect(all).toEqual(Array.from({ length: 120 }, (_, response) => response));
});

test('the digits of a sorting and its response are inverse', () => {
  fc.assert(
    fc.property(
      questions.sorting.chain((question) =>
        fc.tuple(fc.constant(question), fc.nat(countResponses(question) - 1)),
      ),
      ([question, response]) => {
        const digits = groupDigits(question, response);
        expect(digits.every((digit) => digit >= 0 && digit < question.groups.length)).toBe(true);
        expect(fromGroupDigits(question, digits)).toBe(response);
      },
    ),
  );
});

/** A way to answer without reading; several answers that fit it share the point. */
type Strategy = (ids: readonly string[], words: QuestionWords, shown: readonly string[]) => readonly string[];
const length = (words: QuestionWords, id: string) => {
  const entry = words.answers?.[id];
  return typeof entry === 'object' ? entry.text.length : 0;
};
const extreme =
  (pick: (...lengths: number[]) => number): Strategy =>
  (ids, words) => {
    const wanted = pick(...ids.map((id) => length(words, id)));
    return ids.filter((id) => length(words, id) === wanted);
  };
const strategies: Record<string, Strategy> = {
  'the longest answer': extreme(Math.max),
  'the shortest answer': extreme(Math.min),
  'the first answer in the file': (ids) => ids.slice(0, 1),
  'the answer shown first': (_, __, shown) => shown.slice(0, 1),
};
// Three standard deviations above chance: a careful bank fails this once in some 700 times.
const DEVIATIONS = 3;
const folder = new URL('../../content/questions/', import.meta.url);
const banks = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe.each(banks)('the bank of %s', (bank) => {
  const read = (name: string) => parse(readFileSync(new URL(`${bank}/${name}`, folder), 'utf8'));
  const entries = Object.entries(bankSchema.parse(read('bank.yaml')).questions);
  const words = bankWordsSchema.parse(read('en.yaml'));

  test.each(Object.entries(strategies))('is not passed by always choosing %s', (_name, choose) => {
    let [hits, chance, variance, asked] = [0, 0, 0, 0];
    for (const [id, question] of entries) {
      const said = words[id];
      if (!said || (question.type !== 'single-choice' && question.type !== 'graded-choice')) continue;
      const answers = Array.isArray(question.answers) ? question.answers : Object.keys(question.answers);
      const best = bestDraft(question).chosen[0] ?? '';
      const chosen = choose(answers, said, shuffledOptions(`${bank}/${id}`, question, 1));
      asked++;
      hits += chosen.includes(best) ? 1 / chosen.length : 0;
      chance += 1 / answers.length;
      variance += (1 / answers.length) * (1 - 1 / answers.length);
    }
    const most = chance + DEVIATIONS * Math.sqrt(variance);
    expect(
      hits,
      `${bank}: right in ${hits.toFixed(1)} of ${asked} questions; chance gives ${chance.toFixed(1)}, at most ${most.toFixed(1)} is allowed`,
    ).toBeLessThanOrEqual(most);
  });
});
