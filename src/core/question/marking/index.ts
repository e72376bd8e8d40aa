import { someOf } from '../drafting.ts';
import { judgeEach } from '../judgement.ts';
import type { QuestionOf } from '../schema.ts';
import type { QuestionType } from '../type.ts';
import { duplicates, matchWords } from '../words.ts';

/** Mark the passage. A response is a bit per stretch: targets first, then others. Points as in multiple choice. */
export const marking: QuestionType<QuestionOf<'marking'>> = {
  responses: (question) => 2 ** markIds(question).length,
  score: (question, response) => {
    let balance = 0;
    markIds(question).forEach((_, i) => {
      if ((response >> i) & 1) balance += i < question.targets.length ? 1 : -1;
    });
    return { earned: Math.max(0, balance), possible: question.targets.length };
  },
  options: markIds,
  ...someOf(markIds, (question) => question.targets),
  judge: (question, draft) =>
    judgeEach(markIds(question), draft, (id) => {
      const isMarked = draft.chosen.includes(id);
      if (question.targets.includes(id)) return isMarked ? 'found' : 'missed';
      return isMarked ? 'overmarked' : 'left';
    }),
  wordFields: ['passage', 'marks'],
  nameOf: ({ passage }, id) => splitPassage(passage ?? '').find((part) => part.id === id)?.text,
  reasonOf: ({ marks }, id) => marks?.[id] ?? '',
  structureProblems: (question) => [
    ...duplicates(markIds(question), ['targets']),
    ...(markIds(question).length <= 20
      ? []
      : [{ place: ['targets'], what: 'More than twenty stretches.', mend: 'Mark fewer.' }]),
  ],
  wordsProblems: (question, words) => {
    const inText = splitPassage(words.passage ?? '').flatMap((part) => (part.id ? [part.id] : []));
    const ids = markIds(question);
    return [
      ...ids
        .filter((id) => !inText.includes(id))
        .map((id) => ({
          place: ['passage'],
          what: `"${id}" does not stand in the passage.`,
          mend: `Write [${id}|words] round its words.`,
        })),
      ...inText
        .filter((id) => !ids.includes(id))
        .map((id) => ({
          place: ['passage'],
          what: `"${id}" stands in the passage and not in the structure.`,
          mend: 'Add it to targets or others.',
        })),
      ...matchWords(ids, words.marks, 'marks', false),
    ];
  },
};

/** All stretches, targets first. */
export function markIds(question: QuestionOf<'marking'>): string[] {
  return [...question.targets, ...question.others];
}

/** A passage as parts: plain words, and stretches with an id. */
export function splitPassage(passage: string): { id?: string; text: string }[] {
  const parts: { id?: string; text: string }[] = [];
  let at = 0;
  for (const match of passage.matchAll(/\[([a-z][a-z0-9-]*)\|([^\][]+)\]/g)) {
    if (match.index > at) parts.push({ text: passage.slice(at, match.index) });
    parts.push({ id: match[1] as string, text: match[2] as string });
    at = match.index + match[0].length;
  }
  if (at < passage.length) parts.push({ text: passage.slice(at) });
  return parts;
}
