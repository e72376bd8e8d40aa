/** Handouts: a role-play as a kit for the table. Schemas of what authors write: `schema.ts`. */
export type {
  ChoiceOnPaper,
  DecisionCard,
  Spoken,
  Tabletop,
  Variant,
} from './kit.ts';
export { tabletop } from './tabletop.ts';
