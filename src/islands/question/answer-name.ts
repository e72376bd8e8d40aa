import { say, type Ui } from '../../core/i18n/index.ts';
import { answerText, type Question, type QuestionWords, splitPassage } from '../../core/question/index.ts';

/** What an answer, item, stretch of a passage or type of line is called on the screen. */
export function answerName(question: Question, words: QuestionWords, ui: Ui, id: string): string {
  if (question.type === 'line-typing') return say(ui, `line.${id}`);
  if (question.type === 'marking')
    return splitPassage(words.passage ?? '').find((part) => part.id === id)?.text ?? id;
  return answerText(words, id) ?? id;
}

/** Prefixes of the interface strings that a knowledge check of this type shows, for `pickUi`. */
export function uiPrefixes(type: Question['type']): string[] {
  const own: Partial<Record<Question['type'], string>> = {
    'graded-choice': 'rating.',
    'line-typing': 'line.',
    ordering: 'question.move',
  };
  return ['check.', 'judgement.', `question.hint.${type}`, ...(own[type] ? [own[type]] : [])];
}
