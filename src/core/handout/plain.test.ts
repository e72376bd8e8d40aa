import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { conditionInWords, effectInWords, type TableNames } from './plain.ts';

const ui = parse(readFileSync('content/ui/en.yaml', 'utf8')) as Record<string, string>;
const names: TableNames = {
  counters: { trust: { name: 'Trust', min: 0, max: 5 }, alarm: { name: 'Alarm', min: 0, max: 2 } },
  markers: { informed: 'Informed', 'way-back': 'Way back' },
  facts: { passport: 3 },
  reds: { promised: 1, alerted: 2 },
  letters: { 'who-pays': 'B' },
};
const condition = (text: string) => conditionInWords(ui, names, text);
const effect = (text: string) => effectInWords(ui, names, text);

describe('a condition in plain words', () => {
  test.each([
    ['trust >= 2', 'Trust is 2 or more'],
    ['trust > 2', 'Trust is 3 or more'],
    ['trust >= 5', 'Trust is 5'],
    ['alarm < 2', 'Alarm is 1 or less'],
    ['alarm <= 0', 'Alarm is 0'],
    ['trust != 2', 'Trust is not 2'],
    ['not trust >= 2', 'Trust is 1 or less'],
    ['informed', '“Informed” is on the table'],
    ['not way-back', '“Way back” is not on the table'],
    ['passport', 'fact card 3 is on the table'],
    ['not passport', 'fact card 3 is not on the table'],
    ['promised', 'red card 1 is on the table'],
    ['asked who-pays', 'letter B is crossed out'],
    ['not asked who-pays', 'letter B is not crossed out'],
    [
      'informed and (trust >= 2 or passport)',
      '“Informed” is on the table and (Trust is 2 or more or fact card 3 is on the table)',
    ],
    [
      'informed or trust >= 2 and passport',
      '“Informed” is on the table or (Trust is 2 or more and fact card 3 is on the table)',
    ],
    ['not (informed or passport)', '“Informed” is not on the table and fact card 3 is not on the table'],
    ['informed and informed', '“Informed” is on the table'],
  ])('says %s', (text, words) => expect(condition(text)).toBe(words));

  test('says "no red card" for the list of all of them, and only then', () => {
    expect(condition('informed and not (promised or alerted)')).toBe(
      '“Informed” is on the table and no red card is on the table',
    );
    expect(condition('promised or alerted')).toBe('a red card is on the table');
    expect(condition('informed and not promised')).toBe(
      '“Informed” is on the table and red card 1 is not on the table',
    );
  });

  test('refuses a name that the kit has no track, marker or card for', () => {
    expect(() => condition('asked somebody')).toThrow('"somebody" has no track, marker or card');
  });
});

describe('an effect in plain words', () => {
  test.each([
    ['trust +1', 'Trust +1'],
    ['alarm -2', 'Alarm −2'],
    ['trust = 3', 'Trust becomes 3'],
    ['set way-back', 'put “Way back” on the table'],
    ['clear informed', 'take “Informed” off the table'],
    ['learn passport', 'hand over fact card 3'],
    ['if not informed: trust -1', 'if “Informed” is not on the table: Trust −1'],
  ])('says %s', (text, words) => expect(effect(text)).toBe(words));
});
