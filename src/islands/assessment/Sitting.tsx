import { useEffect, useRef, useState } from 'react';
import { findQuestion, type GradingContent } from '../../core/grading/index.ts';
import { say } from '../../core/i18n/index.ts';
import type { AssessmentAttempt } from '../../core/progress/index.ts';
import {
  type Draft,
  fromResponse,
  shuffledOptions,
  startDraft,
  toResponse,
} from '../../core/question/index.ts';
import { QuestionBody } from '../question/QuestionBody.tsx';
import type { AssessmentProps, ExamWords } from './props.ts';

interface Props extends Omit<AssessmentProps, 'words'> {
  attempt: AssessmentAttempt;
  content: GradingContent;
  words: ExamWords;
  /** References in the order in which they are asked. */
  questions: readonly string[];
  onAnswer: (attempt: AssessmentAttempt) => void;
  onHandIn: () => void;
}

/** One question at a time, back and forth; every answer is kept when it is given. */
export function Sitting({ attempt, content, words, questions, ui, onAnswer, onHandIn }: Props) {
  const unanswered = questions.findIndex((reference) => !(reference in attempt.responses));
  const [at, setAt] = useState(unanswered < 0 ? questions.length : unanswered);
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [at]);
  const go = (to: number) => {
    moved.current = true;
    setAt(to);
  };

  const answered = questions.filter((reference) => reference in attempt.responses).length;
  const reference = questions[at];
  if (reference === undefined) {
    return (
      <div className="stack">
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
  if (!question || !own) return <p className="notice bad">{say(ui, 'progress.unreachable')}</p>;
  const options = shuffledOptions(reference, question, attempt.seed);
  const given = attempt.responses[reference];
  const draft =
    drafts[reference] ?? (given ? fromResponse(question, given.response) : startDraft(question, options));
  const change = (next: Draft) => {
    setDrafts({ ...drafts, [reference]: next });
    const response = toResponse(question, next);
    const { [reference]: _, ...others } = attempt.responses;
    onAnswer({
      ...attempt,
      responses: response === undefined ? others : { ...others, [reference]: { ...given, response } },
    });
  };
  return (
    <div className="stack">
      <h2 ref={heading} tabIndex={-1} className="small">
        {say(ui, 'exam.question', { number: at + 1, of: questions.length })}
      </h2>
      <progress value={answered} max={questions.length} aria-label={say(ui, 'exam.progress')} />
      <div className="check" data-question={reference}>
        <QuestionBody
          key={reference}
          question={question}
          words={own}
          options={options}
          value={draft}
          onChange={change}
          ui={ui}
          name={`exam-${at}`}
        />
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
      <p className="small">{say(ui, 'exam.kept')}</p>
    </div>
  );
}
