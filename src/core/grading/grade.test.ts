import { describe, expect, test } from 'vitest';
import { completeRecord, content, DAY_MS, RELEASE } from '../../../tests/fixtures/grading.ts';
import { emptyRecord, type LearnerRecord } from '../progress/index.ts';
import { grade, pathMinutes, sittingReleases } from './index.ts';

const complete = completeRecord();
const sitting = complete.attempts[0] as LearnerRecord['attempts'][number];

describe('a path', () => {
  test('is complete with all lessons, enough role-plays and the assessment, on the day of the last of them', () => {
    expect(grade(content, complete, 'police')).toMatchObject({
      complete: true,
      completedMs: 20_000 * DAY_MS + 5,
      lessons: { done: 4, total: 4 },
      scenariosPassed: 1,
      scenariosNeeded: 1,
      minutes: 43,
    });
  });

  test('has nothing done in an empty record', () => {
    expect(grade(content, emptyRecord, 'police')).toMatchObject({
      complete: false,
      completedMs: undefined,
      lessons: { done: 0, total: 4 },
      scenariosPassed: 0,
      assessment: undefined,
      minutes: 0,
    });
  });

  test('is undefined when there is none of that name', () => {
    expect(grade(content, complete, 'nurse')).toBeUndefined();
    expect(pathMinutes(content, 'nurse')).toBe(0);
  });

  test('takes as many minutes as a complete record has', () => {
    expect(pathMinutes(content, 'police')).toBe(grade(content, complete, 'police')?.minutes);
  });
});

describe('the final assessment', () => {
  const failed = { ...sitting, responses: {}, startedMs: 1 };

  test('counts the best sitting, whatever came after', () => {
    expect(
      grade(
        content,
        { ...complete, attempts: [failed, sitting, { ...failed, startedMs: 9e12, submittedMs: 9e12 }] },
        'police',
      ),
    ).toMatchObject({ complete: true, assessment: { share: 1, sitting } });
  });

  test('counts no sitting that was not handed in, nor one of another path', () => {
    const { submittedMs: _, ...open } = sitting;
    for (const other of [open, { ...sitting, path: 'nurse' }])
      expect(grade(content, { ...complete, attempts: [other] }, 'police')?.assessment).toBeUndefined();
  });

  test('counts no sitting that was drawn from other content, whatever its numbers come to on this', () => {
    const today = { ...content, hash: 'ba9876543210' };
    expect(grade(today, complete, 'police')).toMatchObject({ complete: false, assessment: undefined });
    expect(grade({ ...content, hash: RELEASE }, complete, 'police')).toEqual(
      grade(content, complete, 'police'),
    );
    const again = { ...sitting, release: 'ba9876543210', startedMs: 9e12, submittedMs: 9e12 };
    expect(grade(today, { ...complete, attempts: [sitting, again] }, 'police')?.assessment?.sitting).toBe(
      again,
    );
  });

  test('was passed on the day it was first passed; a better result later does not move the completion', () => {
    const some = (questions: number) =>
      Object.fromEntries(Object.entries(sitting.responses).slice(0, questions));
    const on = (day: number, questions: number) => ({
      ...sitting,
      responses: some(questions),
      startedMs: day * DAY_MS,
      submittedMs: day * DAY_MS + 5,
    });
    const attempts = [on(19_990, 9), on(20_010, 10), on(20_030, 12), on(20_050, 11)];
    const result = grade(content, { ...complete, attempts }, 'police');
    expect(result?.assessment).toMatchObject({ share: 1, sitting: attempts[2] });
    expect(result?.completedMs).toBe(20_010 * DAY_MS + 5);
    expect(grade(content, { ...complete, attempts: [on(20_000, 9)] }, 'police')).toMatchObject({
      complete: false,
      assessment: { passed: false, passedMs: undefined },
    });
  });

  test('is passed at exactly the share that passes', () => {
    const share = (questions: number, passShare: number) => {
      const given = {
        ...content,
        paths: content.paths.map((path) => ({ ...path, assessment: { questions: 12, passShare } })),
      };
      const responses = Object.fromEntries(Object.entries(sitting.responses).slice(0, questions));
      return grade(given, { ...complete, attempts: [{ ...sitting, responses }] }, 'police')?.assessment
        ?.passed;
    };
    expect(share(9, 0.75)).toBe(true);
    expect(share(8, 0.75)).toBe(false);
  });
});

test('asks for the releases of the latest sittings, and never for more than twelve', () => {
  const attempts = Array.from({ length: 20_000 }, (_, i) => ({
    ...sitting,
    release: i.toString(16).padStart(12, '0'),
    startedMs: i,
  }));
  const hashes = sittingReleases({ ...complete, attempts });
  expect(hashes).toHaveLength(12);
  expect(hashes[0]).toBe((19_999).toString(16).padStart(12, '0'));
});
