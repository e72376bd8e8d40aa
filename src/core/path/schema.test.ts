import { expect, test } from 'vitest';
import { idSchema } from '../course/schema.ts';
import { emptyRecord, readRecord } from '../progress/index.ts';
import { pathSchema } from './schema.ts';

const path = {
  id: 'police',
  modules: ['one', 'two'],
  shortOfTime: 'one/lesson',
  scenarios: { offered: ['two-doors', 'last-car'], pass: 2 },
  assessment: { questions: 12, passShare: 0.8 },
  words: {},
};

test('a path counts no module and no role-play twice', () => {
  expect(pathSchema.safeParse(path).success).toBe(true);
  for (const twice of [
    { ...path, modules: ['one', 'one'] },
    { ...path, scenarios: { offered: ['two-doors', 'two-doors'], pass: 2 } },
  ])
    expect(pathSchema.safeParse(twice).error?.issues.map(({ message }) => message)).toEqual([
      'An id is in the list twice. Delete one.',
    ]);
});

test('an id is as long as the record can read back, and no longer', () => {
  const kept = (id: string) =>
    readRecord({ ...emptyRecord, lessons: { [`${id}/${id}`]: 1 } }, 1) as { setAside: number };
  for (const [length, fits] of [
    [80, true],
    [81, false],
  ] as const) {
    expect(idSchema.safeParse('a'.repeat(length)).success).toBe(fits);
    expect(kept('a'.repeat(length)).setAside === 0).toBe(fits);
  }
});
