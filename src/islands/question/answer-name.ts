import { say, type Words } from '../../core/i18n/index.ts';
import { answerText, type Question, type QuestionWords, splitPassage } from '../../core/question/index.ts';
import type { LineType } from '../../core/scenario/constants.ts';

/** What an answer, item, stretch of a passage or type of line is called on the screen. */
export function answerName(
  question: Question,
  words: QuestionWords,
  ui: Words<`line.${LineType}`>,
  id: string,
): string {
  if (question.type === 'line-typing') return say(ui, `line.${id as LineType}`);
  if (question.type === 'marking')
    return splitPassage(words.passage ?? '').find((part) => part.id === id)?.text ?? id;
  return answerText(words, id) ?? id;
}
