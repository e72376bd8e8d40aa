import { type MouseEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { findQuestion, type GradingContent } from '../../core/grading/index.ts';
import { say } from '../../core/i18n/index.ts';
import type { AssessmentSitting } from '../../core/progress/index.ts';
import { type Draft, keptDraft, shuffledOptions, toResponse } from '../../core/question/index.ts';
import { NotLoaded } from '../Loading.tsx';
import { QuestionBody } from '../question/QuestionBody.tsx';
import type { AssessmentProps, ExamWords } from './props.ts';

interface Props extends Omit<AssessmentProps, 'words'> {
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

/** One question at a time, back and forth; every answer is kept when it is given. */
export function Sitting(props: Props) {
  const { sitting, content, words, questions, ui, isKept, focus, onAnswer, onHandIn } = props;
  const unanswered = questions.findIndex((reference) => !(reference in sitting.responses));
  const [at, setAt] = useState(unanswered < 0 ? questions.length : unanswered);
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
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

  const answered = questions.filter((reference) => reference in sitting.responses).length;
  const reference = questions[at];
  if (reference === undefined) {
    return (
      <div className="stack" onMouseDownCapture={guard} onClickCapture={guard}>
        <h2 ref={heading} tabIndex={-1}>
          {say(ui, 'exam.handInTitle')}
        </h2>
        <p>{say(ui, 'exam.answered', { answered, of: questions.length })}</p>
        {answered < questions.length && (
          <p className="notice">{say(ui, 'exam.missing', { n: questions.length - answered })}</p>
        )}
        <p className="actions">
          <button type="button" className="btn" onClick={onHandIn}>
            {say(ui, 'exam.handIn')}
          </button>
          <button type="button" className="btn quiet" onClick={() => go(unanswered < 0 ? 0 : unanswered)}>
            {say(ui, 'exam.goBack')}
          </button>
        </p>
      </div>
    );
  }
  const question = findQuestion(content, reference);
  const own = words[reference]?.words;
  let body: ReactElement = <NotLoaded ui={ui} />;
  if (question && own) {
    const options = shuffledOptions(reference, question, sitting.seed);
    const given = sitting.responses[reference];
    const change = (next: Draft) => {
      setDrafts({ ...drafts, [reference]: next });
      // An answer that is taken back is one without anything chosen: left out, it would come back from the kept record.
      const response = toResponse(question, given ? { ...next, isGiven: true } : next);
      if (response === undefined) return;
      onAnswer({
        ...sitting,
        responses: { ...sitting.responses, [reference]: { ...given, response } },
      });
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
  return (
    <div className="stack" onMouseDownCapture={guard} onClickCapture={guard}>
      <h2 ref={heading} tabIndex={-1} className="small">
        {say(ui, 'exam.question', { number: at + 1, of: questions.length })}
      </h2>
      <progress value={answered} max={questions.length} aria-label={say(ui, 'exam.progress')} />
      <div className="check" data-question={reference}>
        {body}
      </div>
      <p className="actions">
        <button type="button" className="btn" onClick={() => go(at + 1)}>
          {say(ui, 'exam.next')}
        </button>
        {at > 0 && (
          <button type="button" className="btn quiet" onClick={() => go(at - 1)}>
            {say(ui, 'exam.back')}
          </button>
        )}
      </p>
      {isKept ? (
        <p className="small">{say(ui, 'exam.kept')}</p>
      ) : (
        <p className="notice bad">{say(ui, 'exam.notKept')}</p>
      )}
    </div>
  );
}
