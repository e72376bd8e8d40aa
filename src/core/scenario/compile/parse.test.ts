import { describe, expect, test } from 'vitest';
import { parseCondition, parseEffect } from './parse.ts';

const name = (of: string) => ({ kind: 'name', name: of });

describe('parseCondition', () => {
  test('binds not before and, and and before or', () => {
    expect(parseCondition('a or b and not c')).toEqual({
      kind: 'or',
      left: name('a'),
      right: { kind: 'and', left: name('b'), right: { kind: 'not', of: name('c') } },
    });
    expect(parseCondition('(a or b) and c')).toEqual({
      kind: 'and',
      left: { kind: 'or', left: name('a'), right: name('b') },
      right: name('c'),
    });
  });

  test.each(['>=', '<=', '>', '<', '=', '!='])('compares with %s, with or without spaces', (operator) => {
    const tree = { kind: 'compare', variable: 'trust', operator, value: -2 };
    expect(parseCondition(`trust ${operator} -2`)).toEqual(tree);
    expect(parseCondition(` trust${operator}-2 `)).toEqual(tree);
  });

  test('reads what was asked at a hub', () => {
    expect(parseCondition('not asked how-it-works')).toEqual({
      kind: 'not',
      of: { kind: 'asked', choice: 'how-it-works' },
    });
  });

  test.each([
    ['', 'something is missing at the end'],
    ['   ', 'something is missing at the end'],
    ['a and', 'something is missing at the end'],
    ['(a or b', 'a bracket is not closed'],
    ['a b', '"b" is left over'],
    ['a)', '")" is left over'],
    ['trust >= much', '">=" needs a whole number'],
    ['2 <= trust', '"2" stands where a name should'],
    ['asked', '"asked" needs the id of a choice'],
    ['trust && b', 'cannot be read from "&& b" on'],
    ['Trust >= 2', 'cannot be read from "Trust >= 2" on'],
  ])('refuses "%s": %s', (text, why) => {
    expect(() => parseCondition(text)).toThrow(why);
    expect(() => parseCondition(text)).toThrow('[scenario/bad-condition]');
  });
});

describe('parseEffect', () => {
  test.each([
    ['trust +1', { kind: 'add', variable: 'trust', by: 1 }],
    ['trust-2', { kind: 'add', variable: 'trust', by: -2 }],
    ['trust = 3', { kind: 'assign', variable: 'trust', value: 3 }],
    ['trust = -1', { kind: 'assign', variable: 'trust', value: -1 }],
    ['set alerted', { kind: 'set', flag: 'alerted' }],
    ['clear alerted', { kind: 'clear', flag: 'alerted' }],
    ['learn passport', { kind: 'learn', fact: 'passport' }],
  ])('reads "%s"', (text, tree) => {
    expect(parseEffect(text)).toEqual(tree);
    expect(parseEffect(`if alerted: ${text}`)).toEqual({ ...tree, when: name('alerted') });
  });
  test('refuses an "if" within an "if", of which one would be lost', () => {
    expect(() => parseEffect('if private: if trust >= 2: set informed')).toThrow('Write one with "and"');
  });

  test.each(['', 'trust', 'trust +', 'trust + one', 'trust +-1', 'set', 'forget passport', 'set a b'])(
    'refuses "%s"',
    (text) => {
      expect(() => parseEffect(text)).toThrow('[scenario/bad-effect]');
    },
  );

  test('refuses an unreadable condition as a condition', () => {
    expect(() => parseEffect('if a and: trust +1')).toThrow('[scenario/bad-condition]');
  });
});

describe('text of any length and depth', () => {
  test.each([
    ['brackets', '('.repeat(5_000)],
    ['"not"', 'not '.repeat(5_000)],
    ['brackets within the longest text', `${'('.repeat(400)}a${')'.repeat(400)}`],
    ['"not" within the longest text', `${'not '.repeat(200)}a`],
    ['spaces', ' '.repeat(5_000)],
    ['"if" and spaces', `if${' '.repeat(5_000)}`],
  ])('is refused by a sentence and not by the stack: %s', (_, text) => {
    const refusal = expect.objectContaining({ code: expect.stringMatching(/^scenario\/bad-/) });
    expect(() => parseCondition(text)).toThrow(refusal);
    expect(() => parseEffect(text)).toThrow(refusal);
    expect(() => parseEffect(`if ${text}: set a`)).toThrow(refusal);
  });

  test('says how deep brackets may stand, and reads so deep', () => {
    const deep = (n: number) => `${'('.repeat(n)}a${')'.repeat(n)}`;
    expect(parseCondition(deep(20))).toEqual({ kind: 'name', name: 'a' });
    expect(() => parseCondition(deep(21))).toThrow('more than 20 deep');
  });

  test('names the length of a text that is too long', () => {
    expect(() => parseCondition(`a${' or a'.repeat(300)}`)).toThrow('has 1501 characters; at most 1000');
  });
});
