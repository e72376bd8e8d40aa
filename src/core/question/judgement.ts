import type { Rating } from '../scenario/constants.ts';
import type { Draft } from './draft.ts';

/**
 * What feedback says of one answer: a rating, right or not, and for a marked passage whether a stretch was rightly
 * marked (`found`) or left (`left`), or should have been marked (`missed`) or not (`overmarked`).
 */
export type Judgement = Rating | 'right' | 'not-right' | 'found' | 'left' | 'missed' | 'overmarked';

/** One answer or item with its judgement. */
export interface Judged {
  id: string;
  judgement: Judgement;
  /** Whether the learner chose, ticked or marked it, or (ordering, sorting) placed it. */
  isTheirs: boolean;
}

/** Judges each id by itself; the learner's are those that the draft has chosen. */
export function judgeEach(
  ids: readonly string[],
  draft: Draft,
  judgementOf: (id: string) => Judgement,
): Judged[] {
  return ids.map((id) => ({ id, judgement: judgementOf(id), isTheirs: draft.chosen.includes(id) }));
}
