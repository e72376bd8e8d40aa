import type { Ui } from '../i18n/index.ts';
import { hashText, shuffle } from '../random/index.ts';
import type { Program } from '../scenario/compile/program.ts';
import { competencies, type LineType, lineTypes } from '../scenario/constants.ts';
import { bearingOf } from '../scenario/run/replay.ts';
import { startState } from '../scenario/run/step.ts';
import type { Choice, ScenarioWords, Speech } from '../scenario/schema.ts';
import type { ChoiceOnPaper, DecisionCard, PersonCard, Spoken, Tabletop } from './kit.ts';
import { comparedIn, conditionInWords, effectInWords, moveOf, type TableNames } from './plain.ts';
import type { Token, TokenWords } from './schema.ts';

/**
 * Turns a role-play into a kit that a group plays without computers, from the graph that the player runs.
 *
 * The letters of the choices are shuffled by their ids, so that the best answer is not always A; a way round comes last.
 *
 * @param tokens Words for variables and flags; a name without words is made from its id.
 */
export function tabletop(program: Program, words: ScenarioWords, tokens: TokenWords, ui: Ui): Tabletop {
  const { scenario } = program;
  const wordsOf = (id: string): Token | { name: string } =>
    tokens.of[scenario.id]?.[id] ?? tokens.all[id] ?? { name: nameFromId(id) };
  const numbered = (ids: readonly string[]) => Object.fromEntries(ids.map((id, i) => [id, i + 1]));
  const variables = Object.entries(scenario.variables);
  const table: TableNames = {
    counters: Object.fromEntries(
      variables.map(([id, { min, max }]) => [id, { name: wordsOf(id).name, min, max }]),
    ),
    markers: Object.fromEntries(scenario.flags.map((id) => [id, wordsOf(id).name])),
    facts: numbered(Object.keys(scenario.facts)),
    reds: numbered(scenario.critical),
    letters: {},
  };
  const cardNumbers = numbered(Object.keys(scenario.decisions));
  const endingNumbers = numbered(scenario.endings.map((ending) => ending.id));
  const sources: string[] = [];
  const sourceNumber = (key: string) => {
    if (!sources.includes(key)) sources.push(key);
    return sources.indexOf(key) + 1;
  };
  const nameOf = (person: string | undefined) => (person ? words.people[person]?.name : undefined);
  const spoken = (speech: Speech | undefined, speaker?: string): Spoken => {
    const { who, ...rest } = speech ?? {};
    const name = nameOf(who ?? (rest.says || rest.cue ? speaker : undefined));
    return { ...(name ? { who: name } : {}), ...rest };
  };
  const when = (condition: string | undefined, names = table) =>
    condition === undefined ? {} : { when: conditionInWords(ui, names, condition) };

  const cards = Object.entries(scenario.decisions).map(([id, decision]): DecisionCard => {
    const order = lettered(scenario.id, id, decision.choices);
    const letters = Object.fromEntries(order.map(([choice], i) => [choice, String.fromCharCode(65 + i)]));
    const here: TableNames = { ...table, letters: decision.hub ? letters : {} };
    const said = words.decisions[id];
    const expert = words.expert[id];
    const choices = order.map(([choiceId, choice]): ChoiceOnPaper => {
      const own = said?.choices[choiceId];
      const text = own?.text ?? '';
      const wordings = choice.wordings ?? [{ id: 'default' }];
      // A choice that asks for a fact may have no answer of its own besides the fact's words.
      const hasReplies = Object.keys(own?.replies ?? {}).length > 0;
      const replies = (hasReplies ? (choice.replies ?? [{ id: 'default' }]) : []).map((variant) => ({
        ...when(variant.when, here),
        spoken: spoken(own?.replies[variant.id], decision.speaker ?? scenario.focus),
      }));
      const ways = typeof choice.next === 'string' ? [{ to: choice.next }] : choice.next;
      return {
        letter: letters[choiceId] ?? '',
        ...when(choice.when, here),
        texts: wordings.map((wording) => ({
          ...when(wording.when, here),
          text: typeof text === 'string' ? text : (text[wording.id] ?? ''),
        })),
        wayRound: choice.wayRound,
        ...(choice.line ? { line: choice.line } : {}),
        changes: choice.effects.map((effect) => effectInWords(ui, here, effect)),
        asks: choice.asks.map((fact) => table.facts[fact] ?? 0),
        ...(choice.critical === undefined ? {} : { red: table.reds[choice.critical] ?? 0 }),
        replies,
        next: ways.map((way) => ({
          ...when('when' in way ? way.when : undefined, here),
          ...(cardNumbers[way.to] === undefined ? {} : { card: cardNumbers[way.to] as number }),
          ...(endingNumbers[way.to] === undefined ? {} : { ending: endingNumbers[way.to] as number }),
        })),
        rating: choice.rating,
        points: competencies.flatMap((competency) => {
          const points = choice.points[competency] ?? 0;
          return points > 0 ? [{ competency, points }] : [];
        }),
        why: own?.why ?? '',
        ...(own?.better === undefined ? {} : { better: own.better }),
        sources: choice.sources.map(sourceNumber),
      };
    });
    return {
      number: cardNumbers[id] ?? 0,
      hub: decision.hub,
      arriving: decision.effects.map((effect) => effectInWords(ui, here, effect)),
      lines: (decision.lines ?? [{ id: 'default' }]).map((variant) => ({
        ...when(variant.when, here),
        spoken: spoken(said?.lines[variant.id], decision.speaker),
      })),
      choices,
      ...(expert === undefined ? {} : { expert }),
    };
  });

  const all = cards.flatMap((card) => card.choices);
  return {
    counters: variables.map(([id, bounds]) => ({ ...wordsOf(id), ...bounds })),
    markers: scenario.flags.map(wordsOf),
    facts: Object.entries(scenario.facts).map(([id, { gate }], i) => {
      const own = words.facts[id];
      return {
        number: i + 1,
        label: own?.label ?? id,
        notebook: own?.notebook ?? '',
        ...(gate === undefined ? {} : { gate: conditionInWords(ui, table, gate) }),
        told: spoken(own?.told, scenario.focus),
        ...(own?.withheld ? { withheld: spoken(own.withheld, scenario.focus) } : {}),
      };
    }),
    reds: scenario.critical.map((id, i) => ({ number: i + 1, text: words.critical[id] ?? '' })),
    person: personCard(program, words, table, ui),
    start: cardNumbers[scenario.start] ?? 1,
    cards,
    endings: scenario.endings.map((ending, i) => ({
      number: i + 1,
      title: words.endings[ending.id]?.title ?? ending.id,
      text: words.endings[ending.id]?.text ?? '',
      ...when(ending.when),
    })),
    pass: conditionInWords(
      ui,
      table,
      [`(${scenario.pass})`, ...scenario.critical.map((red) => `not ${red}`)].join(' and '),
    ),
    lineTypes: lineTypes.filter((line) => all.some((choice) => choice.line === line)),
    competencies: competencies.filter((competency) =>
      all.some((choice) => choice.points.some((entry) => entry.competency === competency)),
    ),
    sources,
  };
}

/** `way-back` → `Way back`. */
function nameFromId(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Choices in the order of their letters. */
function lettered(
  scenario: string,
  decision: string,
  choices: Readonly<Record<string, Choice>>,
): [string, Choice][] {
  const mixed = shuffle(Object.entries(choices), hashText(`${scenario} ${decision}`));
  return [
    ...mixed.filter(([, choice]) => !choice.wayRound),
    ...mixed.filter(([, choice]) => choice.wayRound),
  ];
}

function personCard(program: Program, words: ScenarioWords, table: TableNames, ui: Ui): PersonCard {
  const { scenario } = program;
  const watched = new Set(
    scenario.bearing.flatMap(({ when }) => (when === undefined ? [] : comparedIn(when))),
  );
  const choices = Object.values(scenario.decisions).flatMap((decision) => Object.values(decision.choices));
  const moves = [...watched].map((variable) => {
    /** Sum of what the choices of one kind of line add to the counter. */
    const sum = (line: LineType) =>
      choices
        .filter((choice) => choice.line === line)
        .flatMap((choice) => choice.effects)
        .reduce((total, effect) => total + moveOf(effect, variable), 0);
    return {
      counter: table.counters[variable]?.name ?? variable,
      up: lineTypes.filter((line) => sum(line) > 0),
      down: lineTypes.filter((line) => sum(line) < 0),
    };
  });
  const { [scenario.focus]: focus, ...others } = words.people;
  return {
    name: focus?.name ?? '',
    who: focus?.who ?? '',
    others: Object.values(others),
    looks: scenario.bearing.map(({ is, when }) => ({
      bearing: is,
      ...(when === undefined ? {} : { when: conditionInWords(ui, table, when) }),
    })),
    startsAs: bearingOf(program, startState(program)),
    moves,
  };
}
