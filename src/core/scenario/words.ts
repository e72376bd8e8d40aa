import { didYouMean, type Problem } from '../problem/index.ts';
import { countWords } from '../reading-time/index.ts';
import type { Program } from './compile/program.ts';
import type { ReadingLoad } from './proof/figures.ts';
import type { Scenario, ScenarioWords, Speech } from './schema.ts';

/**
 * Words that are missing in a language, and words for something that does not exist.
 *
 * A reply may lack words only where the choice asks a fact, because the fact's own words are the answer then.
 */
export function wordsProblems(program: Program, words: ScenarioWords): Problem[] {
  const out: Problem[] = [];
  const match = (
    place: readonly (string | number)[],
    needed: readonly string[],
    given: Record<string, unknown>,
    optional: readonly string[] = [],
  ) => {
    for (const id of needed) {
      if (!(id in given))
        out.push({
          code: 'scenario/missing-words',
          place,
          what: `Has no words for "${id}".`,
          mend: 'Write them.',
        });
    }
    const known = [...needed, ...optional];
    for (const id of Object.keys(given)) {
      if (!known.includes(id))
        out.push({
          code: 'scenario/words-for-nothing',
          place: [...place, id],
          what: `Words for "${id}", which does not exist.`,
          mend: didYouMean(id, known, 'delete them'),
        });
    }
  };
  const { scenario } = program;
  match(['people'], Object.keys(scenario.people), words.people);
  match(['facts'], Object.keys(scenario.facts), words.facts);
  match(['critical'], scenario.critical, words.critical);
  match(
    ['endings'],
    scenario.endings.map((ending) => ending.id),
    words.endings,
  );
  match(
    ['decisions'],
    program.decisions.map((decision) => decision.id),
    words.decisions,
  );
  match(
    ['expert'],
    [],
    words.expert,
    program.decisions.map((decision) => decision.id),
  );
  for (const [fact, { gate }] of Object.entries(scenario.facts)) {
    if (gate === undefined && words.facts[fact]?.withheld) {
      out.push({
        code: 'scenario/words-for-nothing',
        place: ['facts', fact, 'withheld'],
        what: `"${fact}" has no gate, so it is never withheld.`,
        mend: 'Delete withheld, or give the fact a gate.',
      });
    }
    if (gate !== undefined && words.facts[fact] && !words.facts[fact].withheld) {
      out.push({
        code: 'scenario/missing-words',
        place: ['facts', fact],
        what: `"${fact}" has a gate and no words for when it is withheld.`,
        mend: 'Write withheld.',
      });
    }
  }
  for (const decision of program.decisions) {
    const own = words.decisions[decision.id];
    if (!own) continue;
    const place = ['decisions', decision.id];
    match(
      [...place, 'lines'],
      decision.lines.map((line) => line.id),
      own.lines,
    );
    match(
      [...place, 'choices'],
      decision.choices.map((choice) => choice.id),
      own.choices,
    );
    for (const choice of decision.choices) {
      const said = own.choices[choice.id];
      if (!said) continue;
      const at = [...place, 'choices', choice.id];
      const replies = choice.replies.map((reply) => reply.id);
      if (choice.asks.length > 0) match([...at, 'replies'], [], said.replies, replies);
      else match([...at, 'replies'], replies, said.replies);
      if (choice.source.wordings) {
        if (typeof said.text === 'string')
          out.push({
            code: 'scenario/missing-words',
            place: [...at, 'text'],
            what: 'Has one text, but the graph names several wordings.',
            mend: 'Make text a map from wording id to words.',
          });
        else
          match(
            [...at, 'text'],
            choice.wordings.map((wording) => wording.id),
            said.text,
          );
      } else if (typeof said.text !== 'string') {
        out.push({
          code: 'scenario/words-for-nothing',
          place: [...at, 'text'],
          what: 'Has several wordings, but the graph names none.',
          mend: 'Write one text, or add wordings to scenario.yaml.',
        });
      }
    }
  }
  for (const [place, person] of speakers(words)) {
    if (!(person in scenario.people))
      out.push({
        code: 'scenario/unknown-person',
        place,
        what: `There is no person called "${person}".`,
        mend: didYouMean(person, Object.keys(scenario.people), 'add the person to people'),
      });
  }
  return out;
}

function* speakers(words: ScenarioWords): Generator<[string[], string]> {
  for (const [fact, said] of Object.entries(words.facts)) {
    if (said.told.who) yield [['facts', fact, 'told', 'who'], said.told.who];
    if (said.withheld?.who) yield [['facts', fact, 'withheld', 'who'], said.withheld.who];
  }
  for (const [id, decision] of Object.entries(words.decisions)) {
    for (const [line, speech] of Object.entries(decision.lines))
      if (speech.who) yield [['decisions', id, 'lines', line, 'who'], speech.who];
    for (const [choice, said] of Object.entries(decision.choices)) {
      for (const [reply, speech] of Object.entries(said.replies))
        if (speech.who) yield [['decisions', id, 'choices', choice, 'replies', reply, 'who'], speech.who];
    }
  }
}

/** How many words a reader meets where; of several variants the longest counts. A fact's own words are an answer too. */
export function readingLoad(words: ScenarioWords, scenario: Scenario): ReadingLoad {
  return {
    opening: count(words.opening) + count(words.task),
    decision: (id) => {
      const decision = words.decisions[id];
      if (!decision) return 0;
      const lines = Math.max(0, ...Object.values(decision.lines).map(speechWords));
      return lines + Object.values(decision.choices).reduce((sum, choice) => sum + textWords(choice.text), 0);
    },
    choice: (id, choice) => {
      const replies = Math.max(
        0,
        ...Object.values(words.decisions[id]?.choices[choice]?.replies ?? {}).map(speechWords),
      );
      const asks = scenario.decisions[id]?.choices[choice]?.asks ?? [];
      return (
        replies +
        asks.reduce(
          (sum, fact) =>
            sum + Math.max(speechWords(words.facts[fact]?.told), speechWords(words.facts[fact]?.withheld)),
          0,
        )
      );
    },
    ending: (id) => count(words.endings[id]?.title) + count(words.endings[id]?.text),
  };
}

function textWords(text: string | Record<string, string>): number {
  return typeof text === 'string' ? count(text) : Math.max(0, ...Object.values(text).map(count));
}

function speechWords(speech: Speech | undefined): number {
  return speech ? count(speech.text) + count(speech.cue) + count(speech.says) : 0;
}

function count(text: string | undefined): number {
  return countWords(text ?? '');
}
