import { type MouseEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { findQuestion, type GradingContent } from '../../core/grading/index.ts';
import { say } from '../../core/i18n/index.ts';
import type { AssessmentSitting } from '../../core/progress/index.ts';
import { type Draft, keptDraft, shuffledOptions, toResponse } from '../../core/question/index.ts';
import { NotLoaded } from '../Loading.tsx';
import { QuestionBody } from '../question/QuestionBody.tsx';
import { type Sure, SureChoice } from '../question/SureChoice.tsx';
import { HandIn } from './HandIn.tsx';
import type { AssessmentProps, ExamWords } from './props.ts';
import { Strip } from './Strip.tsx';

interface Props extends Pick<AssessmentProps, 'ui'> {
  sitting: AssessmentSitting;
  content: GradingContent;
  words: ExamWords;
  /** References in the order in which they are asked. */
  questions: readonly string[];
  /** Whether what is answered is being kept. */
  isKept: boolean;
  /** Whether the learner came here by a button, which is gone now. */
  focus: boolean;
  onAnswer: (sitting: AssessmentSitting) => void;
  onHandIn: () => void;
}

/**
 * One question at a time, back and forth; every answer is kept when it is given. Flags are the learner's own marks while
 * the page is open: they are no part of the record.
 */
export function Sitting(props: Props) {
  const { sitting, content, words, questions, ui, isKept, focus, onAnswer, onHandIn } = props;
  const unanswered = questions.findIndex((reference) => !(reference in sitting.responses));
  const [at, setAt] = useState(unanswered < 0 ? questions.length : unanswered);
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const [sureOf, setSureOf] = useState<Record<string, Sure>>({});
  const [flagged, setFlagged] = useState<ReadonlySet<string>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const isMoved = useRef(focus);
  useEffect(() => {
    if (isMoved.current) heading.current?.focus();
  }, [at]);
  const go = (to: number) => {
    isMoved.current = true;
    setAt(to);
  };
  // The second click of a pair counts only where the first fell too: it was not meant for what that one brought, nor to
  // take the focus from it.
  const clickedAt = useRef<number | undefined>(undefined);
  const guard = (event: MouseEvent) => {
    if (event.detail < 2) clickedAt.current = at;
    else if (clickedAt.current !== at) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  const isAnswered = (reference: string) => reference in sitting.responses;
  const answered = questions.filter(isAnswered).length;
  const strip = <Strip {...{ questions, at, isAnswered, flagged, ui }} onGo={go} />;
  const reference = questions[at];
  if (reference === undefined) {
    return (
      <div className="stack exam" onMouseDownCapture={guard} onClickCapture={guard}>
        <h2 ref={heading} tabIndex={-1}>
          {say(ui, 'exam.handInTitle')}
        </h2>
        {strip}
        <HandIn {...{ questions, isAnswered, flagged, words, ui, onHandIn }} onGo={go} />
      </div>
    );
  }
  const question = findQuestion(content, reference);
  const own = words[reference]?.words;
  const given = sitting.responses[reference];
  const keep = (reference: string, answer: AssessmentSitting['responses'][string]) =>
    onAnswer({ ...sitting, responses: { ...sitting.responses, [reference]: answer } });
  let body: ReactElement = <NotLoaded ui={ui} />;
  if (question && own) {
    const options = shuffledOptions(reference, question, sitting.seed);
    const change = (next: Draft) => {
      setDrafts({ ...drafts, [reference]: next });
      // An answer that is taken back is one without anything chosen: left out, it would come back from the kept record.
      const response = toResponse(question, given ? { ...next, isGiven: true } : next);
      if (response === undefined) return;
      const sure = sureOf[reference] ?? given?.sure;
      keep(reference, { ...given, response, ...(sure && { sure }) });
    };
    body = (
      <QuestionBody
        key={reference}
        question={question}
        words={own}
        options={options}
        value={drafts[reference] ?? keptDraft(question, given?.response, options)}
        onChange={change}
        ui={ui}
        name={`exam-${at}`}
      />
    );
  }
  const isFlagged = flagged.has(reference);
  return (
    <div className="stack exam" onMouseDownCapture={guard} onClickCapture={guard}>
      <div className="exam-head">
        <h2 ref={heading} tabIndex={-1} className="small">
          {say(ui, 'exam.question', { number: at + 1, of: questions.length })}
        </h2>
        <span className="small">{say(ui, 'exam.count', { answered, flagged: flagged.size })}</span>
        <button type="button" className="exam-all" onClick={() => go(questions.length)}>
          {say(ui, 'exam.all')}
        </button>
      </div>
      {strip}
      <div className="check" data-question={reference}>
        {body}
      </div>
      <SureChoice
        // Beside the question, so that it is asked again for each.
        key={`sure ${reference}`}
        value={sureOf[reference] ?? given?.sure}
        onChange={(sure) => {
          setSureOf({ ...sureOf, [reference]: sure });
          if (given) keep(reference, { ...given, sure });
        }}
        ui={ui}
        name={`exam-${at}`}
      />
      {isKept ? (
        <p className="small">{say(ui, 'exam.kept')}</p>
      ) : (
        <p className="notice bad">{say(ui, 'exam.notKept')}</p>
      )}
      <p className="actions exam-bar">
        {at > 0 && (
          <button type="button" className="btn quiet" onClick={() => go(at - 1)}>
            {say(ui, 'exam.back')}
          </button>
        )}
        <button
          type="button"
          className="btn quiet"
          aria-pressed={isFlagged}
          onClick={() => {
            const next = new Set(flagged);
            if (!next.delete(reference)) next.add(reference);
            setFlagged(next);
          }}
        >
          {say(ui, 'exam.flag')}
        </button>
        <button type="button" className="btn" onClick={() => go(at + 1)}>
          {say(ui, 'exam.next')}
        </button>
      </p>
    </div>
  );
}
