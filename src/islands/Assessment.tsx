import { type ReactElement, useEffect, useRef } from 'react';
import {
  assessmentSeed,
  drawAssessment,
  gradeAnswers,
  planAfter,
  standingOf,
} from '../core/grading/index.ts';
import { say, type Words } from '../core/i18n/index.ts';
import { percentEarned } from '../core/percent/index.ts';
import { Gains } from './assessment/Forms.tsx';
import { Plan } from './assessment/Plan.tsx';
import type { AssessmentProps } from './assessment/props.ts';
import { OtherMissed, SureAndWrong } from './assessment/Review.tsx';
import { Sitting } from './assessment/Sitting.tsx';
import { stagesOf } from './assessment/stages.ts';
import { useSittings } from './assessment/use-sittings.ts';
import type { AssessmentWord } from './assessment/words.ts';
import { Loading, NotLoaded } from './Loading.tsx';
import '../styles/assessment.css';
import '../styles/question/marking.css';
import '../styles/question/ordering.css';
import '../styles/question/sorting.css';

/** A final assessment: begin, answer (kept at every step), hand in, see what was right. */
export default function Assessment(props: AssessmentProps) {
  const { path, ui } = props;
  const { record, isReady, isKept: kept, known, words, isPressed, keep, ...on } = useSittings(props);
  if (known === null || words === null) return <NotLoaded ui={ui} />;
  if (!isReady || !known || !words) return <Loading ui={ui} />;
  const standing = standingOf(record, path, known);
  if (!standing) return <NotLoaded ui={ui} />;

  const { open, isCutOff, latest } = standing;
  const isEarlier = latest?.isEarlier === true;
  const result = latest?.result;
  const begin = () => on.begin(path, (chance) => assessmentSeed(known.today, record, path, chance));

  if (open) {
    return (
      <Sitting
        {...props}
        sitting={open}
        content={known.today}
        words={words}
        questions={drawAssessment(known.today, path, open.seed)}
        isKept={kept}
        focus={isPressed}
        onAnswer={keep}
        onHandIn={() => on.handIn(open)}
      />
    );
  }
  const answers = latest && !isEarlier ? gradeAnswers(known.today, latest.sitting) : [];
  const shown = { answers, content: known.today, words };
  const stages = stagesOf(record, path, known);
  const before = stages.find(({ kind }) => kind === 'before');
  const final = stages.find(({ kind }) => kind === 'final');
  const [weakest] = planAfter(answers).filter(({ lessons }) => lessons.length > 0);
  const lesson = weakest && props.modules[weakest.key]?.lessons[weakest.lessons[0]?.lesson ?? ''];
  const isPassed = ({ id }: { id: string }) =>
    standing.result.scenarios.some(({ scenario, passed }) => scenario === id && passed);
  // One that was not passed yet, or else any: the same decisions, in a conversation.
  const practice = props.scenarios.find((play) => !isPassed(play)) ?? props.scenarios[0];
  return (
    <div className="stack exam">
      {!latest && <p>{props.intro}</p>}
      {!latest && !before && (
        <p className="small up">
          <a href={props.links.test}>{say(ui, 'test.link')}</a>
        </p>
      )}
      {result && (
        <Result
          percent={percentEarned(result.score.earned, result.score.possible)}
          passed={result.passed}
          focus={isPressed}
          ui={ui}
        >
          {(result.passed || !isEarlier) && (
            <p>{say(ui, result.passed ? 'exam.passed' : 'exam.notPassed')}</p>
          )}
          {!result.passed && <p>{say(ui, 'exam.need', { percent: props.passPercent })}</p>}
          <p className="up">
            <a href={props.links.path}>{say(ui, 'exam.toPath')}</a>
          </p>
          {result.passed && (
            <p className="up">
              <a href={props.links.review}>{say(ui, 'again.calendarLink')}</a>
            </p>
          )}
        </Result>
      )}
      {isEarlier && <p className="notice">{say(ui, 'exam.earlier')}</p>}
      {isCutOff && <p className="notice">{say(ui, 'exam.cutOff')}</p>}
      {(!latest || !kept) && <p>{say(ui, kept ? 'exam.how' : 'exam.howNotKept')}</p>}
      <p className="actions">
        {result && !result.passed && lesson && (
          <a className="btn" href={lesson.href}>
            {say(ui, 'exam.readAgain', { title: lesson.title })}
          </a>
        )}
        {result && !result.passed && practice && (
          <a className="btn quiet" href={practice.href} data-practice="">
            {say(ui, 'exam.practise', { title: practice.title })}
          </a>
        )}
        <button
          type="button"
          className={latest ? 'btn quiet' : 'btn'}
          // The second click of a pair was meant for "Hand in", which stood here.
          onClick={(event) => event.detail < 2 && begin()}
        >
          {say(ui, latest ? 'exam.again' : 'exam.begin')}
        </button>
      </p>
      {latest && !isEarlier && (
        <>
          <SureAndWrong {...props} {...shown} sitting={latest.sitting} />
          <Plan {...props} {...shown} passed={result?.passed === true} />
          {before && final && <Gains from={before} to={final} words={words} ui={ui} />}
          <OtherMissed {...props} {...shown} sitting={latest.sitting} />
        </>
      )}
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
