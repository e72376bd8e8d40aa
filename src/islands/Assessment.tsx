import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { drawAssessment, grade } from '../core/grading/index.ts';
import { say, type Words } from '../core/i18n/index.ts';
import {
  type AssessmentSitting,
  beginSitting,
  emptyRecord,
  openSitting,
  saveSitting,
} from '../core/progress/index.ts';
import { learner } from '../stores/browser.ts';
import { isKept } from '../stores/learner.ts';
import type { AssessmentProps, ExamWords } from './assessment/props.ts';
import { Review } from './assessment/Review.tsx';
import { Sitting } from './assessment/Sitting.tsx';
import type { AssessmentWord } from './assessment/words.ts';
import { Loading, NotLoaded } from './Loading.tsx';
import { useLoaded } from './use-loaded.ts';
import { useRelease } from './use-release.ts';

/** A final assessment: begin, answer (kept at every step), hand in, see what was right. */
export default function Assessment(props: AssessmentProps) {
  const { path, release, releases, ui } = props;
  const { record, isReady, problem } = useStore(learner);
  // A sitting belongs to the content it was drawn from: it neither goes on nor is graded on any other.
  const isOfToday = (sitting: AssessmentSitting) => sitting.release === release;
  const handedIn = record.attempts.filter(
    (sitting) => sitting.path === path && sitting.submittedMs !== undefined,
  );
  const latest = handedIn.findLast(isOfToday) ?? handedIn.at(-1);
  const isEarlier = latest !== undefined && !isOfToday(latest);
  const content = useRelease(releases, release);
  const earlier = useRelease(releases, isEarlier ? latest.release : undefined);
  const words = useLoaded(props.words, fetchExamWords);
  // Whether a button of this page brought what is shown: the focus then goes there.
  const [isPressed, setPressed] = useState(false);
  if (content === null || words === null) return <NotLoaded ui={ui} />;
  if (!isReady || !content || !words) return <Loading ui={ui} />;

  const begun = openSitting(record, path);
  const open = begun && isOfToday(begun) ? begun : undefined;
  const isCutOff = begun !== undefined && !open && !(latest && latest.startedMs > begun.startedMs);
  const kept = isKept(problem);
  const keep = (sitting: AssessmentSitting) =>
    learner.getState().change((current) => saveSitting(current, sitting));
  const begin = () => {
    setPressed(true);
    const startedMs = Date.now();
    const sitting: AssessmentSitting = {
      path,
      seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? startedMs >>> 0,
      release,
      responses: {},
      startedMs,
    };
    learner.getState().change((current) => beginSitting(current, sitting));
  };

  if (open) {
    return (
      <Sitting
        {...props}
        sitting={open}
        content={content}
        words={words}
        questions={drawAssessment(content, path, open.seed)}
        isKept={kept}
        focus={isPressed}
        onAnswer={keep}
        onHandIn={() => {
          keep({ ...open, submittedMs: Date.now() });
          setPressed(true);
        }}
      />
    );
  }
  const gradedOn = isEarlier ? earlier : content;
  const result =
    latest && gradedOn && grade(gradedOn, { ...emptyRecord, attempts: [latest] }, path)?.assessment;
  return (
    <div className="stack">
      {result && (
        <Result
          percent={Math.floor((result.score.earned * 100) / result.score.possible)}
          passed={result.passed}
          focus={isPressed}
          ui={ui}
        >
          {(result.passed || !isEarlier) && (
            <p>{say(ui, result.passed ? 'exam.passed' : 'exam.notPassed')}</p>
          )}
          <p className="up">
            <a href={props.links.path}>{say(ui, 'exam.toPath')}</a>
          </p>
        </Result>
      )}
      {isEarlier && <p className="notice">{say(ui, 'exam.earlier')}</p>}
      {isCutOff && <p className="notice">{say(ui, 'exam.cutOff')}</p>}
      <p>{say(ui, kept ? 'exam.how' : 'exam.howNotKept')}</p>
      <p className="actions">
        <button
          type="button"
          className={latest ? 'btn quiet' : 'btn'}
          // The second click of a pair was meant for "Hand in", which stood here.
          onClick={(event) => event.detail < 2 && begin()}
        >
          {say(ui, latest ? 'exam.again' : 'exam.begin')}
        </button>
      </p>
      {latest && !isEarlier && <Review {...props} sitting={latest} content={content} words={words} />}
    </div>
  );
}

function Result({
  percent,
  passed,
  focus,
  ui,
  children,
}: {
  percent: number;
  passed: boolean;
  focus: boolean;
  ui: Words<AssessmentWord>;
  children: (ReactElement | false)[];
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  return (
    <div className={`notice ${passed ? 'good' : ''}`} data-result={percent}>
      <h2 tabIndex={-1} ref={heading}>
        {say(ui, 'exam.result', { percent })}
      </h2>
      {children}
    </div>
  );
}

async function fetchExamWords(address: string): Promise<ExamWords | null> {
  const response = await fetch(address);
  return response.ok ? ((await response.json()) as ExamWords) : null;
}
