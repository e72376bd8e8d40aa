import type { Competency, LineType, Rating } from '../scenario/constants.ts';

/** A role-play made ready for paper: every id of the scenario is replaced by words, numbers and letters. */
export interface Tabletop {
  counters: readonly Counter[];
  markers: readonly { name: string; means?: string }[];
  facts: readonly FactCard[];
  reds: readonly { number: number; text: string }[];
  person: PersonCard;
  /** Number of the card that a run begins with. */
  start: number;
  cards: readonly DecisionCard[];
  /** To be tried in this order; the last has no condition. */
  endings: readonly { number: number; title: string; text: string; when?: string }[];
  /** When the run has passed. A red card fails it in any case, so the condition says that too. */
  pass: string;
  /** Kinds of line that the choices use, and competencies that they practise: what the observer counts. */
  lineTypes: readonly LineType[];
  competencies: readonly Competency[];
  /** Source keys in the order in which the debrief first names them. */
  sources: readonly string[];
}

export interface Counter {
  name: string;
  means?: string;
  min: number;
  max: number;
  start: number;
}

/** The person who is interviewed: bearing and motives. */
export interface PersonCard {
  name: string;
  who: string;
  /** The other speakers. */
  others: readonly { name: string; who: string }[];
  /** Bearings in the order in which their conditions are tested. */
  looks: readonly { bearing: string; when?: string }[];
  startsAs: string;
  /** For each counter in a bearing's condition: kinds of line after which it mostly goes up, and down. */
  moves: readonly { counter: string; up: readonly LineType[]; down: readonly LineType[] }[];
}

export interface FactCard {
  number: number;
  label: string;
  /** What stands on the card that is handed over. */
  notebook: string;
  /** Condition under which the person tells it. */
  gate?: string;
  told: Spoken;
  withheld?: Spoken;
}

/** What is seen and said. */
export interface Spoken {
  who?: string | undefined;
  text?: string | undefined;
  cue?: string | undefined;
  says?: string | undefined;
}
/** One of several texts; the first whose condition holds is read. */
export interface Variant {
  when?: string;
  spoken: Spoken;
}

export interface DecisionCard {
  number: number;
  /** The group may return to this card; a letter that was chosen is crossed out. */
  hub: boolean;
  /** Effects that are applied on arrival, before the words are read. */
  arriving: readonly string[];
  lines: readonly Variant[];
  choices: readonly ChoiceOnPaper[];
  /** What an experienced colleague thinks here. */
  expert?: string;
}

export interface ChoiceOnPaper {
  letter: string;
  /** Condition under which it is offered. */
  when?: string;
  texts: readonly { when?: string; text: string }[];
  wayRound: boolean;
  line?: LineType;
  /** In order. */
  changes: readonly string[];
  /** Numbers of the facts that are asked for, in order, after the changes. */
  asks: readonly number[];
  /** Number of the red card that is put on the table. */
  red?: number;
  replies: readonly Variant[];
  /** To be tried in order. `card`, `ending`: a number; neither: the list of endings. */
  next: readonly { when?: string; card?: number; ending?: number }[];
  rating: Rating;
  points: readonly { competency: Competency; points: number }[];
  why: string;
  better?: string;
  /** Places in the kit's list of sources, from 1. */
  sources: readonly number[];
}
