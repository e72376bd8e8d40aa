import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Claim,
  claimFor,
  cleanName,
  openToken,
  packClaim,
  unpackRecord,
  verifyClaim,
} from '../../src/core/certificate/index.ts';
import { grade } from '../../src/core/grading/index.ts';
import { anyCompleteRecord, anyName, anyResponses, anyVisibleName } from '../fixtures/claims.ts';
import { completeRecord, content, DAY_MS, LAST_DAY, LESSONS, RELEASE, utcDay } from '../fixtures/grading.ts';

function claimOf(record = completeRecord(), name = "Łucja O'Connor"): Claim {
  const claim = claimFor(content, record, 'police', name, utcDay);
  if (!claim) throw new Error('The record completes the path.');
  return claim;
}

/** What the verifier says of a text. */
function isVerified(token: string): boolean {
  const opened = openToken(token);
  return opened !== undefined && verifyClaim(content, opened, LAST_DAY).ok;
}

const TOKEN = packClaim(content, claimOf());
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const bytesOf = (token: string) => Buffer.from(token, 'base64url');

describe('packing', () => {
  test('gives back the part of the record that the path needs', () => {
    const anySitting = fc
      .integer({ min: 0, max: 0xffffffff })
      .chain((seed) => anyResponses(seed).map((responses) => ({ seed, responses })));
    fc.assert(
      fc.property(
        anySitting,
        fc.boolean(),
        fc.integer({ min: 0, max: 65_535 }),
        ({ seed, responses }, isPlayed, day) => {
          const atMs = day * DAY_MS;
          const record: Claim['record'] = {
            version: 1,
            lessons: Object.fromEntries(LESSONS.map((lesson) => [lesson, atMs])),
            answers: [],
            runs: isPlayed
              ? [
                  {
                    scenario: 'two-doors',
                    version: 1,
                    seed: 0,
                    help: 'alone',
                    choices: ['ask-here', 'papers', 'leave-a-card'],
                    startedMs: atMs,
                    atMs,
                  },
                ]
              : [],
            attempts: [
              {
                path: 'police',
                seed,
                release: RELEASE,
                responses,
                startedMs: atMs,
                submittedMs: atMs,
              },
            ],
          };
          const opened = openToken(packClaim(content, { ...claimOf(), day, record }));
          expect(opened?.broken).toEqual([]);
          expect(opened && unpackRecord(content, 'police', opened.body, day)).toEqual(record);
          const [sitting] =
            unpackRecord({ ...content, hash: RELEASE }, 'police', opened?.body as Uint8Array, day)
              ?.attempts ?? [];
          expect(sitting?.release).toBe(RELEASE);
        },
      ),
    );
  });

  test('gives a token that verifies, with the same name, day, result and hours', () => {
    fc.assert(
      fc.property(anyCompleteRecord, anyVisibleName, (record, name) => {
        const claim = claimOf(record, name);
        const opened = openToken(packClaim(content, claim));
        const { record: _, ...said } = claim;
        expect(opened && verifyClaim(content, opened, LAST_DAY)).toMatchObject({ ok: true, claim: said });
        expect(said.name).toBe(cleanName(name));
      }),
    );
  });

  test('grades the packed record as it graded the whole one', () => {
    fc.assert(
      fc.property(anyCompleteRecord, (record) => {
        const whole = grade(content, record, 'police');
        const packed = grade(content, claimOf(record).record, 'police');
        expect(packed?.assessment?.score).toEqual(whole?.assessment?.score);
        expect(packed?.minutes).toBe(whole?.minutes);
      }),
    );
  });

  test('cleaning a cleaned name changes nothing', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const clean = cleanName(name);
        expect(cleanName(clean)).toBe(clean);
        expect([...clean].length).toBeLessThanOrEqual(120);
        expect(clean).not.toMatch(/^[\p{Cf}\p{Z}]+$/u);
        expect(clean).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});

describe('a changed token is refused', () => {
  test('at every single byte, whatever it becomes', () => {
    const bytes = bytesOf(TOKEN);
    for (let at = 0; at < bytes.length; at++) {
      for (const flip of [1, 0x80, 0xff]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] as number) ^ flip;
        expect(isVerified(changed.toString('base64url')), `byte ${at}`).toBe(false);
      }
    }
  });

  test('at every single character, whatever it becomes', () => {
    for (let at = 0; at < TOKEN.length; at++) {
      const others = [...ALPHABET].filter((letter) => letter !== TOKEN[at]);
      for (const letter of [others[0], others[at % others.length], '=', ' ', '']) {
        expect(isVerified(TOKEN.slice(0, at) + letter + TOKEN.slice(at + 1)), `character ${at}`).toBe(false);
      }
    }
  });

  test('cut off anywhere or made longer', () => {
    for (let at = 0; at < TOKEN.length; at++) expect(isVerified(TOKEN.slice(0, at))).toBe(false);
    for (const more of ['A', 'AA', 'AAAA', '=', '==', '\n', ' '])
      expect(isVerified(TOKEN + more)).toBe(false);
    expect(isVerified(TOKEN)).toBe(true);
  });

  test('by several bytes at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const changed = bytesOf(TOKEN);
          for (const [at, value] of changes) changed[at % changed.length] = value;
          const text = changed.toString('base64url');
          expect(isVerified(text)).toBe(text === TOKEN);
        },
      ),
    );
  });

  test('with the name section of another valid token', () => {
    fc.assert(
      fc.property(anyVisibleName, anyVisibleName, (one, two) => {
        fc.pre(cleanName(one) !== cleanName(two));
        const [mine, other] = [one, two].map((name) =>
          bytesOf(packClaim(content, claimOf(completeRecord(), name))),
        ) as [Buffer, Buffer];
        const nameEnd = (bytes: Buffer) => 17 + 2 + bytes.readUInt16BE(17) + 4;
        const forged = Buffer.concat([
          mine.subarray(0, 17),
          other.subarray(17, nameEnd(other)),
          mine.subarray(nameEnd(mine)),
        ]);
        const opened = openToken(forged.toString('base64url'));
        expect(opened?.name).toBe(cleanName(two));
        expect(opened && verifyClaim(content, opened, LAST_DAY)).toMatchObject({
          ok: false,
          broken: ['whole'],
        });
      }),
    );
  });
});

test('two different claims never share a token, and each token gives back its own claim', () => {
  fc.assert(
    fc.property(
      anyCompleteRecord,
      anyVisibleName,
      anyCompleteRecord,
      anyVisibleName,
      (recordA, nameA, recordB, nameB) => {
        const [a, b] = [claimOf(recordA, nameA), claimOf(recordB, nameB)];
        const opened = openToken(packClaim(content, a));
        const checked = opened && verifyClaim(content, opened, LAST_DAY);
        expect(checked?.claim).toMatchObject({
          name: a.name,
          day: a.day,
          percent: a.percent,
          release: a.release,
          tenthsOfHours: a.tenthsOfHours,
        });
        if (a.name !== b.name || a.percent !== b.percent)
          expect(packClaim(content, a)).not.toBe(packClaim(content, b));
      },
    ),
  );
});

describe('text that is not a token gives a result and no exception', () => {
  test('for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.json()), (text) => {
        expect(isVerified(text)).toBe(false);
      }),
    );
  });

  test('for any bytes after a valid beginning', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(isVerified(Buffer.from([1, ...bytes]).toString('base64url'))).toBe(false);
      }),
    );
  });

  test('for any bits where the record should stand', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.integer({ min: 0, max: 65_535 }), (body, day) => {
        const opened = openToken(TOKEN);
        if (!opened) throw new Error('The token opens.');
        const record = unpackRecord(content, 'police', body, day);
        // What can be read at all is written in one way only.
        if (record)
          expect(Buffer.from(openToken(packClaim(content, { ...claimOf(), record }))?.body ?? [])).toEqual(
            Buffer.from(body),
          );
        expect(verifyClaim(content, { ...opened, body, day }, LAST_DAY)).toHaveProperty('ok');
      }),
    );
  });

  test('for a text of a million characters', () => {
    expect(openToken('A'.repeat(1_000_000))).toBeUndefined();
    expect(openToken(`AQ${'_'.repeat(7_998)}`)).toBeUndefined();
  });
});
