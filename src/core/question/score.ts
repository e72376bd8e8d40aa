/** Points of a response. "Not answered" is not a score of zero: it is no score. */
export interface Score {
  earned: number;
  possible: number;
}

/** Right, partly right, or not: for the words of a verdict. */
export function outcomeOf(score: Score): 'right' | 'partly' | 'not' {
  return score.earned >= score.possible ? 'right' : score.earned > 0 ? 'partly' : 'not';
}
