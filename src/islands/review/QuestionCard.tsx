import { useState } from 'react';
import { say } from '../../core/i18n/index.ts';
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
import { CardFoot, type CardProps, useCardFocus } from './card.tsx';

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
  const isAnswered = answered !== undefined;
  const { top, verdict } = useCardFocus(focus, isAnswered);
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
      <CardFoot {...{ isAnswered, isLast, said, ui }} onCheck={check} onGoOn={on.onGoOn} />
    </>
  );
}
