import { useEffect, useRef, useState } from 'react';
import { say } from '../../core/i18n/index.ts';
import type { Answer } from '../../core/progress/index.ts';
import {
  fromResponse,
  type Question,
  type QuestionWords,
  scoreResponse,
  shuffledOptions,
  startDraft,
  toResponse,
} from '../../core/question/index.ts';
import type { QuestionReview } from '../../core/review/index.ts';
import { QuestionBody } from '../question/QuestionBody.tsx';
import { type Sure, SureChoice } from '../question/SureChoice.tsx';
import { Verdict } from '../question/Verdict.tsx';
import type { ReviewProps } from './props.ts';

/** What every card of the review gets. */
export interface CardProps extends Pick<ReviewProps, 'lang' | 'lessons' | 'scenarios' | 'ui'> {
  /** The answer that was just given; undefined while one is asked for. */
  answered: Answer | undefined;
  /** Whether a button of this page brought what is shown: the focus then goes there. */
  focus: boolean;
  isLast: boolean;
  onAnswer: (response: number, sure: Sure | undefined) => void;
  onGoOn: () => void;
}

interface Props extends CardProps {
  item: QuestionReview;
  question: Question;
  words: QuestionWords;
  /** Orders the answers on the screen. */
  seed: number;
}

/** A question that comes back: why, the question, how sure; then how it went. */
export function QuestionCard({
  item,
  question,
  words,
  seed,
  answered,
  focus,
  isLast,
  lessons,
  ui,
  ...on
}: Props) {
  const options = shuffledOptions(item.reference, question, seed);
  const [draft, setDraft] = useState(() => startDraft(question, options));
  const [sure, setSure] = useState<Sure>();
  const [said, setSaid] = useState('');
  const top = useRef<HTMLHeadingElement>(null);
  const verdict = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) top.current?.focus();
  }, [focus]);
  const isAnswered = answered !== undefined;
  useEffect(() => {
    if (isAnswered) verdict.current?.focus();
  }, [isAnswered]);
  const check = () => {
    const response = toResponse(question, draft);
    setSaid(response === undefined ? say(ui, `check.incomplete.${question.type}`) : say(ui, 'check.checked'));
    if (response !== undefined) on.onAnswer(response, sure);
  };
  const shown = answered ? fromResponse(question, answered.response) : draft;
  const lesson = lessons[item.lesson];
  return (
    <>
      <h2 className="small" ref={top} tabIndex={-1}>
        {say(ui, `again.why.${item.why}`)}
      </h2>
      {item.isNewCase && <p className="small">{say(ui, 'again.newCase')}</p>}
      <div className="check">
        <QuestionBody
          question={question}
          words={words}
          options={options}
          value={shown}
          onChange={(next) => {
            setSaid('');
            setDraft(next);
          }}
          ui={ui}
          name={item.reference}
          showFeedback={isAnswered}
          verdict={
            answered && (
              <Verdict
                question={question}
                draft={shown}
                score={scoreResponse(question, answered.response)}
                sure={answered.sure}
                ui={ui}
                headingRef={verdict}
              />
            )
          }
        />
        {isAnswered && lesson && (
          <p className="up">
            <a href={lesson.href}>{say(ui, 'exam.readAgain', { title: lesson.title })}</a>
          </p>
        )}
        {!isAnswered && <SureChoice value={sure} onChange={setSure} ui={ui} name={item.reference} />}
      </div>
      <p className="actions">
        {isAnswered ? (
          <button type="button" className="btn" onClick={on.onGoOn}>
            {say(ui, isLast ? 'again.finish' : 'again.goOn')}
          </button>
        ) : (
          <button type="button" className="btn" onClick={check}>
            {say(ui, 'check.submit')}
          </button>
        )}
      </p>
      <p className={isAnswered ? 'hidden-visually' : 'said-now'} role="status">
        {said}
      </p>
    </>
  );
}

/** Stands where the words of what is due could not be had: one goes on, and it stays due. */
export function Unreadable({ ui, isLast, onGoOn }: Pick<CardProps, 'ui' | 'isLast' | 'onGoOn'>) {
  return (
    <>
      <p className="notice">{say(ui, 'again.notLoaded')}</p>
      <p className="actions">
        <button type="button" className="btn" onClick={onGoOn}>
          {say(ui, isLast ? 'again.finish' : 'again.goOn')}
        </button>
      </p>
    </>
  );
}
