import { describe, expect, test } from 'vitest';
import {
  completeRecord,
  content,
  DAY_MS,
  LAST_DAY,
  RELEASE,
  utcDay,
} from '../../../tests/fixtures/grading.ts';
import type { Release } from '../grading/index.ts';
import type { LearnerRecord } from '../progress/index.ts';
import { claimFor, cleanName, openToken, packClaim, recordName, releaseHash, verifyClaim } from './index.ts';

const complete = completeRecord();
const sitting = complete.attempts[0] as LearnerRecord['attempts'][number];

function tokenOf(record = complete, name = "Łucja O'Connor"): string {
  const claim = claimFor(content, record, 'police', name, utcDay);
  if (!claim) throw new Error('The record completes the path.');
  return packClaim(content, claim);
}

function verify(token: string, from: typeof content | undefined = content) {
  const opened = openToken(token);
  if (!opened) throw new Error('The token opens.');
  return verifyClaim(from, opened, LAST_DAY);
}

describe('claiming', () => {
  test('says name, day, result and hours of a completed path', () => {
    expect(claimFor(content, complete, 'police', '  Łucja   O’Connor ', utcDay)).toMatchObject({
      release: RELEASE,
      path: 'police',
      name: 'Łucja O’Connor',
      day: 20_000,
      percent: 100,
      tenthsOfHours: 7,
    });
  });

  test('claims nothing while a lesson, a role-play or the assessment is missing, or for a path that is none', () => {
    const { 'first/one': _, ...lessons } = complete.lessons;
    for (const record of [
      { ...complete, lessons },
      { ...complete, runs: [] },
      { ...complete, attempts: [] },
      { ...complete, attempts: [{ ...sitting, responses: {} }] },
    ]) {
      expect(claimFor(content, record, 'police', 'A', utcDay)).toBeUndefined();
    }
    expect(claimFor(content, complete, 'nurse', 'A', utcDay)).toBeUndefined();
  });

  test('carries nothing that the path does not need', () => {
    const claim = claimFor(
      content,
      { ...complete, lessons: { ...complete.lessons, 'other/lesson': 3 } },
      'police',
      'A',
      utcDay,
    );
    expect(claim?.record.answers).toEqual([]);
    expect(Object.keys(claim?.record.lessons ?? {})).not.toContain('other/lesson');
  });

  test('claims nothing for a name of which nothing can be seen, nor for a day that has no room', () => {
    for (const name of ['', '   ', '\u2060', '\u00AD\u200D\u200F'])
      expect(claimFor(content, complete, 'police', name, utcDay)).toBeUndefined();
    const on = (submittedMs: number) =>
      claimFor(content, { ...complete, attempts: [{ ...sitting, submittedMs }] }, 'police', 'A', utcDay);
    expect(on(65_536 * DAY_MS - 1)?.day).toBe(65_535);
    expect(on(65_536 * DAY_MS)).toBeUndefined();
    expect(on(8.64e15)).toBeUndefined();
  });

  test('rests on a sitting of the release that it names', () => {
    const today = { ...content, hash: 'ba9876543210' };
    expect(claimFor(today, complete, 'police', 'A', utcDay)).toBeUndefined();
    const claim = claimFor({ ...content, hash: RELEASE }, complete, 'police', "Łucja O'Connor", utcDay);
    expect(claim?.record.attempts[0]?.release).toBe(RELEASE);
    expect(claim && packClaim(content, claim)).toBe(tokenOf());
  });

  test('rounds the result down', () => {
    const fewer = {
      ...sitting,
      responses: Object.fromEntries(Object.entries(sitting.responses).slice(0, 10)),
    };
    expect(claimFor(content, { ...complete, attempts: [fewer] }, 'police', 'A', utcDay)?.percent).toBe(83);
  });

  test('says 57 per cent of 57 in 100, where 0.57 × 100 in floating point is less than 57', () => {
    // A hundred questions with one right answer each: the form takes all of them.
    const ids = Array.from({ length: 100 }, (_, i) => `q${i}`);
    const single = {
      type: 'single-choice',
      lesson: 'one',
      objective: 'know',
      use: 'exam',
      answers: ['a', 'b'],
      correct: 'a',
      sources: [],
      review: 'prepared',
    } as never;
    const many: Release = {
      ...content,
      modules: [
        {
          id: 'first',
          lessons: [{ id: 'one', minutes: 1 }],
          bank: Object.fromEntries(ids.map((id) => [id, single])),
        },
      ],
      paths: [
        {
          id: 'police',
          modules: ['first'],
          scenarios: { offered: ['two-doors'], pass: 1 },
          assessment: { questions: 100, passShare: 0.5 },
        },
      ],
    };
    const responses = Object.fromEntries(ids.map((id, i) => [`first/${id}`, { response: i < 57 ? 0 : 1 }]));
    const claim = claimFor(
      many,
      { ...complete, attempts: [{ ...sitting, responses }] },
      'police',
      'A',
      utcDay,
    );
    expect(claim?.percent).toBe(57);
    expect(claim && verify(packClaim(many, claim), many).ok).toBe(true);
  });

  test('takes a number that is no response for no answer, so that the certificate still verifies', () => {
    const [reference = ''] = Object.keys(sitting.responses);
    for (const response of [7, 63, 1_000_003, Number.MAX_SAFE_INTEGER]) {
      const record = {
        ...complete,
        attempts: [{ ...sitting, responses: { ...sitting.responses, [reference]: { response } } }],
      };
      expect(verify(tokenOf(record)).ok, `response ${response}`).toBe(true);
    }
  });
});

describe('names', () => {
  test.each([
    ['a zero-width space neither splits', 'Ma\u200Bria', 'Maria'],
    ['nor does a soft hyphen', 'Anne\u00ADmarie', 'Annemarie'],
    ['nor a word joiner or byte order mark', 'Jo\u2060h\uFEFFn', 'John'],
    ['nor direction marks', '\u200Eشيرين\u200F \u202Aاحمد\u202C', 'شيرين احمد'],
    ['nor tag characters', 'A\u{E0041}b', 'Ab'],
    ['a tab or line break is a gap', 'Anna\tMaria\r\nRossi', 'Anna Maria Rossi'],
    ['so are wide, narrow and unbreakable spaces', 'A\u3000b\u202Fc\u00A0d', 'A b c d'],
    ['and an empty Braille cell', 'A\u2800b', 'A b'],
    ['a joiner within Persian letters shapes them', 'علی\u200Cرضا', 'علی\u200Cرضا'],
    ['a variation selector chooses the form of a character', '渡邊\u{E0100}', '渡邊\u{E0100}'],
    ['at the edge they do nothing', '\u200CAnna\u200D', 'Anna'],
    ['letter and accent are one', 'Zoe\u0308', 'Zo\u00EB'],
    ['what stood between letter and accent is gone', 'Zoe\u200B\u0308', 'Zo\u00EB'],
  ])('%s', (_, typed, written) => expect(cleanName(typed)).toBe(written));

  test.each([
    '\u3164',
    '\u115F\u1160',
    '\u200B',
    '\u2800',
    '\uFFA0',
    '\u034F',
    '\u00AD',
    '\u{E0020}',
    '\uFE0F',
  ])('nothing can be seen of %j', (name) => expect(cleanName(name)).toBe(''));

  test('a certificate with a name of another form is refused, whatever its check sums say', () => {
    const claim = claimFor(content, complete, 'police', 'Anna', utcDay);
    for (const name of ['\u3164', ' Anna', 'An\u200Bna\u202E', 'Zoe\u0308', '\u200B', 'A'.repeat(121), '']) {
      const token = packClaim(content, { ...(claim as NonNullable<typeof claim>), name });
      expect(verify(token), name).toMatchObject({ ok: false, broken: ['name'] });
    }
  });

  test('names written by the rule of before December 2026 stay valid', () => {
    const claim = claimFor(content, complete, 'police', 'Anna', utcDay);
    for (const name of ['Anne\u00ADmarie', 'A\u2060b', '\u200EAnna'])
      expect(verify(packClaim(content, { ...(claim as NonNullable<typeof claim>), name })).ok, name).toBe(
        true,
      );
  });

  test('loses control characters and those that turn the direction of text', () => {
    expect(cleanName('A\u202Eb\u0007\u200Bc\n d\uFEFF')).toBe('Abc d');
  });

  test('keeps joiners, marks and apostrophes', () => {
    for (const name of ['نرگس‌خاتون', 'देवदत्त', "N'Diaye", 'Ο’Κόνορ', '𠮷野家'])
      expect(cleanName(name)).toBe(name);
  });

  test('is cut at 120 characters, not at 120 units, and ends in no space', () => {
    expect([...cleanName('𠮷'.repeat(130))]).toHaveLength(120);
    expect(cleanName(`${'x'.repeat(119)} y`)).toBe('x'.repeat(119));
  });

  test('comes back the same from the token when it holds half a character', () => {
    expect(openToken(tokenOf(complete, 'A\uD800B'))?.name).toBe(cleanName('A\uD800B'));
  });
});

describe('verifying', () => {
  test('finds right what was packed by the first version of this course', () => {
    const token = 'AQEjRWeJqwBOIGQAB5l9OHUAD8WBdWNqYSBPJ0Nvbm5vch6xWiyAAAAAe1gsglZWyyo4oTT0261LuNOHsAE';
    for (const from of [content])
      expect(verify(token, from)).toMatchObject({
        ok: true,
        claim: { name: "Łucja O'Connor", percent: 100 },
      });
    expect(tokenOf()).toBe(token);
  });

  test('names the part that was changed', () => {
    const bytes = Buffer.from(tokenOf(), 'base64url');
    const changedAt = (at: number) => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] as number) ^ 1;
      return verify(copy.toString('base64url'));
    };
    expect(changedAt(9)).toMatchObject({ ok: false, broken: ['facts'] });
    expect(changedAt(20)).toMatchObject({ ok: false, broken: ['name'] });
    expect(changedAt(bytes.length - 13)).toMatchObject({ ok: false, broken: ['record'] });
    expect(changedAt(bytes.length - 1)).toMatchObject({ ok: false, broken: ['whole'] });
  });

  test('refuses a better result, other hours or another path than the record gives, though every check sum is right', () => {
    const claim = claimFor(content, complete, 'police', 'A', utcDay);
    if (!claim) throw new Error('Complete.');
    const fewer = {
      ...sitting,
      responses: Object.fromEntries(Object.entries(sitting.responses).slice(0, 10)),
    };
    expect(
      verify(packClaim(content, { ...claim, record: { ...claim.record, attempts: [fewer] } })),
    ).toMatchObject({ ok: false, broken: ['result'] });
    expect(verify(packClaim(content, { ...claim, tenthsOfHours: 200 }))).toMatchObject({
      ok: false,
      broken: ['hours'],
    });
    expect(verify(packClaim(content, { ...claim, path: 'nurse' }))).toMatchObject({
      ok: false,
      broken: ['path'],
    });
    expect(verify(packClaim(content, { ...claim, record: { ...claim.record, runs: [] } }))).toMatchObject({
      ok: false,
      broken: ['result'],
    });
  });

  test('says what is claimed, and that the content is not known', () => {
    expect(verifyClaim(undefined, openToken(tokenOf()) as never, LAST_DAY)).toMatchObject({
      ok: false,
      broken: ['release'],
      claim: { name: "Łucja O'Connor", release: RELEASE },
    });
  });

  test('refuses a record that other content cannot replay', () => {
    const other = { ...content, scenarios: [] };
    expect(verify(tokenOf(), other)).toMatchObject({ ok: false, broken: ['record'] });
  });
});

test('a record has a name without letters that look alike, and another for another token', () => {
  const [one, two] = [tokenOf(), tokenOf(complete, 'B')].map(recordName);
  expect(one).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{2}$/);
  expect(one).not.toBe(two);
});

test('a release is named by twelve digits of its hash', () => {
  expect(releaseHash('')).toBe('e3b0c44298fc');
});

test('a certificate of a day to come is refused', () => {
  const day = utcDay(complete.attempts[0]?.submittedMs ?? 0);
  const opened = openToken(tokenOf());
  expect(opened && verifyClaim(content, opened, day).ok).toBe(true);
  expect(opened && verifyClaim(content, opened, day - 1)).toMatchObject({ ok: false, broken: ['day'] });
});
