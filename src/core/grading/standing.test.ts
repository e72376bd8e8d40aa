import { expect, test } from 'vitest';
import { completeRecord, content } from '../../../tests/fixtures/grading.ts';
import { emptyRecord, type LearnerRecord } from '../progress/index.ts';
import { sittingReleases, standingOf } from './index.ts';

const complete = completeRecord();
const sitting = complete.attempts[0] as LearnerRecord['attempts'][number];
const { submittedMs: _, ...open } = sitting;
const newer = { ...content, hash: 'ba9876543210' };
const standing = (record: LearnerRecord, today = content, earlier = [content]) =>
  standingOf(record, 'police', { today, earlier: today === content ? [] : earlier });

test('a path counts on today, or on an earlier release that can be had', () => {
  expect(standing(complete)?.completeOn).toBe(content);
  expect(standing(complete, newer)).toMatchObject({ completeOn: content, result: { complete: false } });
  expect(standing(complete, newer, [])?.completeOn).toBeUndefined();
  expect(standing(emptyRecord)).toMatchObject({ completeOn: undefined, open: undefined, latest: undefined });
  expect(standingOf(complete, 'nurse', { today: content, earlier: [] })).toBeUndefined();
});

test('a sitting goes on only on the release it was drawn from', () => {
  const record = { ...emptyRecord, attempts: [open] };
  expect(standing(record)).toMatchObject({ open, isCutOff: false });
  expect(standing(record, newer)).toMatchObject({ open: undefined, isCutOff: true });
  const after = { ...sitting, release: newer.hash, startedMs: open.startedMs + 1 };
  expect(standing({ ...record, attempts: [open, after] }, newer)?.isCutOff).toBe(false);
});

test('the latest sitting is graded on its own release, one of today before all others', () => {
  const today = { ...sitting, release: newer.hash, startedMs: 5, submittedMs: 6 };
  expect(standing(complete, newer)?.latest).toMatchObject({ isEarlier: true, result: { share: 1 } });
  expect(standing(complete, newer, [])?.latest).toMatchObject({ isEarlier: true, result: undefined });
  expect(standing({ ...complete, attempts: [today, sitting] }, newer)?.latest).toMatchObject({
    sitting: today,
    isEarlier: false,
  });
});

test('names the releases of sittings that were handed in, the latest first', () => {
  const other = { ...sitting, release: newer.hash };
  expect(sittingReleases({ ...complete, attempts: [sitting, other, sitting, open] })).toEqual([
    sitting.release,
    newer.hash,
  ]);
});
