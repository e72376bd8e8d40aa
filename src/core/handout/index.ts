/** Handouts: a role-play as a kit for the table. Schemas of what authors write: `schema.ts`. */
export type {
  ChoiceOnPaper,
  DecisionCard,
  FactCard,
  PersonCard,
  Spoken,
  Tabletop,
  Variant,
} from './kit.ts';
export { conditionInWords, effectInWords, type TableNames } from './plain.ts';
export { tabletop } from './tabletop.ts';
