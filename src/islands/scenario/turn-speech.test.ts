import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readmeExample } from '../../../tests/fixtures/scenarios/readme-example.ts';
import { compileScenario, replay } from '../../core/scenario/index.ts';
import { scenarioSchema, scenarioWordsSchema } from '../../core/scenario/schema.ts';
import { betterThan, repliesOf, takenText } from './turn-speech.ts';

const files = readmeExample();
const scenario = scenarioSchema.parse(parse(files['scenario.yaml']));
const words = scenarioWordsSchema.parse(parse(files['en.yaml']));
const turnsOf = (...choices: string[]) => replay(compileScenario(scenario), { choices, seed: 1 }).turns;

test('gives the better wording that a choice names, else the best that was offered there', () => {
  const better = turnsOf('ask-here', 'took-passport', 'leave-a-card').map((turn) =>
    betterThan(scenario, words, turn),
  );
  expect(better).toEqual([
    { of: 'better', text: '“Everyone gets five minutes alone with me.”' },
    { of: 'better', text: '“Tell me about your papers.”' },
    { of: 'colleague', text: 'You tell her what she can ask for, and from whom.' },
  ]);
});

test('has nothing better to say than the best', () => {
  for (const turn of turnsOf('talk-alone', 'papers', 'tell-her-rights'))
    expect(betterThan(scenario, words, turn)).toBeUndefined();
});

test('says the reply, or what was told or withheld', () => {
  const said = (...choices: string[]) => {
    const turn = turnsOf(...choices).findLast((one) => one.taken);
    return turn?.taken && [takenText(words, turn), repliesOf(words, turn.decision, turn.taken)[0]?.says];
  };
  expect(said('talk-alone', 'papers')).toEqual([
    '“Tell me about your papers.”',
    '“In his safe. For order, he says.”',
  ]);
  expect(said('ask-here', 'papers')).toEqual(['“Tell me about your papers.”', '“I have papers. All good.”']);
});
