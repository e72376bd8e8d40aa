import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimFor } from '../../src/core/certificate/index.ts';
import { findQuestion, grade } from '../../src/core/grading/index.ts';
import { addAnswer, emptyRecord, type LearnerRecord } from '../../src/core/progress/index.ts';
import { countResponses } from '../../src/core/question/index.ts';
import { MOST_A_DAY, MOST_DECISIONS, type Reviews, reviewsOn } from '../../src/core/review/index.ts';
import { dueDay, LONGEST_WAIT } from '../../src/core/review/schedule.ts';
import { anyCompleteRecord } from '../fixtures/claims.ts';
import { bestResponse, completeRecord, content, DAY_MS, RELEASE, utcDay } from '../fixtures/grading.ts';

/** Three objectives in each lesson: more than one day holds. */
const topics = Object.fromEntries(
  content.modules.map(({ id, bank }) => {
    const objectives: Record<string, string[]> = {};
    Object.entries(bank).forEach(([question, { lesson }], i) => {
      const objective = `${lesson}-${i % 3}`;
      objectives[objective] = [...(objectives[objective] ?? []), question];
    });
    return [id, objectives];
  }),
);
const references = content.modules.flatMap(({ id, bank }) => Object.keys(bank).map((one) => `${id}/${one}`));
const topicOf = (reference: string) => {
  const [module = '', question = ''] = reference.split('/');
  return Object.entries(topics[module] ?? {}).find(([, ids]) => ids.includes(question))?.[0];
};
const TODAY = 60;
const options = { today: TODAY, dayOf: utcDay };
const on = (record: LearnerRecord, today = TODAY): Reviews =>
  reviewsOn(content, topics, record, { ...options, today });

const moment = fc.integer({ min: 0, max: (TODAY + 2) * DAY_MS });
const answer = fc
  .tuple(fc.constantFrom(...references), fc.nat(), fc.constantFrom(1, 2, 3, undefined), moment)
  .map(([question, response, sure, atMs]) => ({
    question,
    response: response % (countResponses(findQuestion(content, question) as never) + 1),
    ...(sure && { sure: sure as 1 | 2 | 3 }),
    atMs,
  }));
const sitting = fc
  .tuple(fc.array(answer, { maxLength: 8 }), moment, fc.boolean(), fc.constantFrom(RELEASE, 'ba9876543210'))
  .map(([answers, startedMs, isHandedIn, release]) => ({
    path: 'police',
    seed: 1,
    release,
    responses: Object.fromEntries(answers.map(({ question, response }) => [question, { response }])),
    startedMs,
    ...(isHandedIn && { submittedMs: startedMs }),
  }));
const runs = fc.array(
  fc
    .tuple(
      fc.constantFrom(
        ['talk-alone', 'papers', 'tell-her-rights'],
        ['ask-here', 'papers', 'tell-her-rights'],
        ['talk-alone', 'took-passport', 'leave-a-card'],
        ['talk-alone'],
      ),
      moment,
    )
    .map(([choices, atMs]) => ({
      scenario: 'two-doors',
      version: 1,
      seed: 3,
      help: 'alone' as const,
      choices: [...choices],
      startedMs: atMs,
      atMs,
    })),
  { maxLength: 3 },
);
const anyHistory: fc.Arbitrary<LearnerRecord> = fc.record({
  version: fc.constant(1 as const),
  lessons: fc.dictionary(fc.constantFrom('first/one', 'first/two', 'second/three'), moment, {
    noNullPrototype: true,
  }),
  answers: fc.array(answer, { maxLength: 60 }),
  attempts: fc.array(sitting, { maxLength: 2 }),
  runs,
});

/** The record with today's answers to some of the items; `isRight` or else whatever comes first. */
function answerSome(record: LearnerRecord, { items }: Reviews, count: number): LearnerRecord {
  return items.slice(0, count).reduce((so, item, i) => {
    const response = item.kind === 'question' && i % 2 === 0 ? bestResponse(item.reference) : 0;
    return addAnswer(so, { question: item.reference, response, sure: 2, atMs: TODAY * DAY_MS + i });
  }, record);
}
const withoutAnswers = ({ items }: Reviews) => items.map(({ answer: _, ...item }) => item);

describe('what is asked today', () => {
  test('is never more than ten, at most two of them decisions, one of each objective', () => {
    const many = {
      ...emptyRecord,
      answers: references.map((question) => ({ question, response: 0, atMs: DAY_MS })),
    };
    expect(on(many).items).toHaveLength(MOST_A_DAY);
    // What one day does not hold moves to the next.
    expect(on(many, 1).coming.slice(0, 3)).toEqual([MOST_A_DAY, 2, 0]);
    fc.assert(
      fc.property(anyHistory, (record) => {
        const { items, open } = on(record);
        expect(items.length).toBeLessThanOrEqual(MOST_A_DAY);
        expect(items.filter(({ kind }) => kind === 'decision').length).toBeLessThanOrEqual(MOST_DECISIONS);
        const asked = items.map(({ kind, reference }) =>
          kind === 'question' ? topicOf(reference) : reference,
        );
        expect(new Set(asked).size).toBe(items.length);
        expect(open).toBe(items.filter(({ answer }) => !answer).length);
      }),
    );
  });

  test('stays the same while it is answered, and each answer closes its question', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: MOST_A_DAY }), (record, count) => {
        const future = { ...record, answers: record.answers.filter(({ atMs }) => utcDay(atMs) < TODAY) };
        const before = on(future);
        const after = on(answerSome(future, before, count));
        expect(withoutAnswers(after)).toEqual(withoutAnswers(before));
        expect(after.open).toBe(Math.max(0, before.open - count));
        if (after.open === 0 && before.items.length > 0) expect(after.nextDay).toBeGreaterThan(TODAY);
      }),
    );
  });

  test('holds no question that only assessments ask, unless one was asked', () => {
    fc.assert(
      fc.property(anyHistory, (record) => {
        const shown = new Set([
          ...record.answers.map(({ question }) => question),
          ...record.attempts.flatMap(({ responses }) => Object.keys(responses)),
        ]);
        const kept = on(record).items.filter(
          ({ kind, reference }) => kind === 'question' && findQuestion(content, reference)?.use === 'exam',
        );
        expect(kept.filter(({ reference }) => !shown.has(reference))).toEqual([]);
      }),
    );
  });

  test('does not depend on the order in which a record lists its answers', () => {
    fc.assert(
      fc.property(anyHistory, (record) => {
        const turned = { ...record, answers: [...record.answers].reverse() };
        expect(withoutAnswers(on(turned))).toEqual(withoutAnswers(on(record)));
        expect(on(turned).coming).toEqual(on(record).coming);
      }),
    );
  });

  test('is nothing where nothing was ever answered, and what was missed comes back on the next day', () => {
    expect(on(emptyRecord)).toMatchObject({ items: [], open: 0, nextDay: undefined });
    const wrong = { question: 'first/one-check', response: 1, sure: 3 as const, atMs: (TODAY - 1) * DAY_MS };
    const missed = addAnswer(emptyRecord, wrong);
    expect(on(missed, TODAY - 1)).toMatchObject({ items: [], nextDay: TODAY });
    // Another case of the same objective, since there is one that a lesson shows.
    expect(on(missed).items).toMatchObject([
      { kind: 'question', why: 'sure-and-wrong', lesson: 'first/one' },
    ]);
  });

  test('a decision that was taken badly comes back, and no more once the role-play went well', () => {
    const run = { scenario: 'two-doors', version: 1, seed: 3, help: 'alone' as const };
    const bad = { ...run, choices: ['ask-here', 'papers', 'tell-her-rights'], startedMs: 5, atMs: 10 };
    const good = { ...run, choices: ['talk-alone', 'papers', 'tell-her-rights'], startedMs: 20, atMs: 30 };
    const [item] = on({ ...emptyRecord, runs: [bad] }).items;
    expect(item).toMatchObject({ kind: 'decision', scenario: 'two-doors', chosen: 'ask-here', before: [] });
    expect(on({ ...emptyRecord, runs: [bad, good] }).items).toEqual([]);
    // An answer given before the run belongs to an earlier one; one after it is a day on which it was known.
    const given = (atMs: number) => [{ question: 'two-doors/hallway', response: 0, atMs }];
    expect(on({ ...emptyRecord, runs: [bad], answers: given(5) }, 1).items).toHaveLength(1);
    expect(on({ ...emptyRecord, runs: [bad], answers: given(20) }, 1).items).toHaveLength(1);
    expect(on({ ...emptyRecord, runs: [bad], answers: given(DAY_MS) }, 2).items).toEqual([]);
    const late = { ...bad, startedMs: 50 * DAY_MS, atMs: 50 * DAY_MS };
    const known = [0, 4, 20, 40].flatMap((day) => given(day * DAY_MS));
    expect(on({ ...emptyRecord, runs: [late], answers: known }, 51).items).toHaveLength(1);
    // A narrated run is the expert's.
    expect(on({ ...emptyRecord, runs: [bad, { ...good, help: 'narrated' }] }).items).toHaveLength(1);
  });
});

test('at most two decisions come on a day, however many role-plays went badly', () => {
  const [first] = content.scenarios;
  if (!first) throw new Error('The content has a role-play.');
  const ids = ['one-door', 'two-doors', 'three-doors', 'four-doors'];
  const four = {
    ...content,
    scenarios: ids.map((id) => ({ ...first, scenario: { ...first.scenario, id } })),
  };
  const bad = {
    version: 1,
    seed: 3,
    help: 'alone' as const,
    choices: ['ask-here', 'papers', 'tell-her-rights'],
  };
  const runs = ids.map((scenario) => ({ ...bad, scenario, startedMs: 5, atMs: 5 }));
  const { items, nextDay } = reviewsOn(four, topics, { ...emptyRecord, runs }, options);
  expect(items.map(({ kind }) => kind)).toEqual(['decision', 'decision']);
  expect(nextDay).toBe(TODAY + 1);
});

test('what a test before a path asked, and what other content asked, does not come back', () => {
  const sitting = {
    seed: 1,
    release: RELEASE,
    responses: { 'first/one-single': { response: 0, sure: 3 as const } },
    startedMs: DAY_MS,
    submittedMs: DAY_MS,
  };
  const count = (path: string, release = RELEASE) =>
    on({ ...emptyRecord, attempts: [{ ...sitting, path, release }] }).items.length;
  expect([
    count('police'),
    count('later--police'),
    count('before--police'),
    count('police', 'ba9876543210'),
  ]).toEqual([1, 1, 0, 0]);
});

describe('the schedule', () => {
  test('waits from one day to a year, and longer after a better answer', () => {
    const history = fc.uniqueArray(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        history,
        fc.array(fc.constantFrom(1, 2, 3, 4), { minLength: 12, maxLength: 12 }),
        (days, grades) => {
          const ordered = days.sort((a, b) => a - b).map((day, i) => ({ day, grade: grades[i] as 1 }));
          const last = ordered.at(-1)?.day ?? 0;
          const waits = ([1, 2, 3, 4] as const).map(
            (grade) => dueDay([...ordered.slice(0, -1), { day: last, grade }]) - last,
          );
          for (const wait of waits) {
            expect(Number.isInteger(wait)).toBe(true);
            expect(wait).toBeGreaterThanOrEqual(1);
            expect(wait).toBeLessThanOrEqual(LONGEST_WAIT);
          }
          expect(waits[0]).toBeLessThanOrEqual(waits[2] as number);
          expect(waits[2]).toBeLessThanOrEqual(waits[3] as number);
        },
      ),
    );
  });
});

describe('grading, certificates and hours', () => {
  test('are the same, whatever was answered in reviews', () => {
    const review = fc.oneof(
      answer,
      fc.record({ question: fc.constant('two-doors/door'), response: fc.nat({ max: 4 }), atMs: moment }),
    );
    fc.assert(
      fc.property(
        fc.oneof(anyHistory, anyCompleteRecord),
        fc.array(review, { maxLength: 20 }),
        (record, answers) => {
          const after = answers.reduce(addAnswer, record);
          expect(grade(content, after, 'police')).toEqual(grade(content, record, 'police'));
        },
      ),
    );
    const record = completeRecord();
    const after = addAnswer(record, { question: 'first/one-single', response: 0, atMs: 1 });
    expect(claimFor(content, after, 'police', 'A B', utcDay)).toEqual(
      claimFor(content, record, 'police', 'A B', utcDay),
    );
  });
});
