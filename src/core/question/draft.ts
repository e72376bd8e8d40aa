/**
 * What stands on the screen before it is a response: by ids, so that the order shown cannot matter, and perhaps
 * incomplete.
 */
export interface Draft {
  /** Ids chosen, ticked or marked; of an ordering, all items in their present order. */
  readonly chosen: readonly string[];
  /** Of a sorting: item → group, for the items that have one. */
  readonly groups: Readonly<Record<string, string>>;
  /** Whether the learner has given it. An order that was only shown, or a passage without marks, is not given. */
  readonly isGiven: boolean;
}

/** Nothing chosen yet. */
export const nothing: Draft = { chosen: [], groups: {}, isGiven: false };

/** A draft in which ids were chosen. */
export const given = (chosen: readonly string[]): Draft => ({ chosen, groups: {}, isGiven: true });
