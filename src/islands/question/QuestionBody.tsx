import { type ComponentType, type ReactElement, useId } from 'react';
import { say } from '../../core/i18n/index.ts';
import type { Question, QuestionOf } from '../../core/question/index.ts';
import { AnswerNotes } from './AnswerNotes.tsx';
import type { BodyProps } from './body-props.ts';
import { GradedChoice } from './GradedChoice.tsx';
import { LineTyping } from './LineTyping.tsx';
import { Marking } from './Marking.tsx';
import { MultipleChoice } from './MultipleChoice.tsx';
import { Ordering } from './Ordering.tsx';
import { SingleChoice } from './SingleChoice.tsx';
import { Sorting } from './Sorting.tsx';

/** Every type of question. The compiler names this table when a type is added to the schema and not here. */
const controls: { [T in Question['type']]: ComponentType<BodyProps<QuestionOf<T>>> } = {
  'single-choice': SingleChoice,
  'multiple-choice': MultipleChoice,
  'graded-choice': GradedChoice,
  ordering: Ordering,
  sorting: Sorting,
  marking: Marking,
  'line-typing': LineTyping,
};

interface Props extends BodyProps {
  disabled?: boolean;
  /** Shows a note on every answer in place of the controls; `value` must then be a whole answer. */
  showFeedback?: boolean;
  /** With feedback: what stands between the prompt and the notes. */
  verdict?: ReactElement | undefined;
}

/**
 * A question of any type: prompt and controls, or prompt and feedback.
 *
 * Controlled: the draft comes in and goes out, see `startDraft`, `toResponse` and `fromResponse` of core/question.
 */
export function QuestionBody({ disabled = false, showFeedback = false, verdict, ...body }: Props) {
  const { question, words, value, ui } = body;
  const id = useId();
  const line = words.says && (
    <p className="said voice" id={`${id}line`}>
      {words.says}
    </p>
  );
  if (showFeedback) {
    return (
      <div className="question">
        <p className="prompt">{words.prompt}</p>
        {line}
        {verdict}
        <AnswerNotes question={question} words={words} draft={value} ui={ui} />
      </div>
    );
  }
  const Controls = controls[question.type] as ComponentType<BodyProps>;
  return (
    <fieldset
      className="question"
      disabled={disabled}
      aria-describedby={line ? `${id}line ${id}hint` : `${id}hint`}
    >
      <legend>{words.prompt}</legend>
      {line}
      <p className="small" id={`${id}hint`}>
        {say(ui, `question.hint.${question.type}`)}
      </p>
      <Controls {...body} />
    </fieldset>
  );
}
