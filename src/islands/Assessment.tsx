import { useState } from 'react';
import { useStore } from 'zustand';
import { drawAssessment, type GradingContent, scoreAttempt } from '../core/grading/index.ts';
import { say } from '../core/i18n/index.ts';
import { type AssessmentAttempt, openAttempt, saveAttempt } from '../core/progress/index.ts';
import { learner } from '../stores/browser.ts';
import type { AssessmentProps, ExamWords } from './assessment/props.ts';
import { Review } from './assessment/Review.tsx';
import { Sitting } from './assessment/Sitting.tsx';
import { useLoaded } from './use-loaded.ts';
import { useRelease } from './use-release.ts';

/** A final assessment: begin, answer (kept at every step), hand in, see what was right. */
export default function Assessment(props: AssessmentProps) {
  const { path, release, ui } = props;
  const { record, isReady } = useStore(learner);
  const content = useRelease(release.address);
  const words = useLoaded(props.words, fetchExamWords);
  const [reviewing, setReviewing] = useState(false);
  if (content === null || words === null)
    return <p className="notice bad">{say(ui, 'progress.unreachable')}</p>;
  if (!isReady || !content || !words) return <p className="small">{say(ui, 'progress.loading')}</p>;

  // A sitting drawn from other content cannot go on; a new one is begun and the old stays in the record.
  const begun = openAttempt(record, path);
  const open = begun?.release === release.hash ? begun : undefined;
  const handedIn = record.attempts.filter(
    (attempt) => attempt.path === path && attempt.submittedMs !== undefined,
  );
  const latest = handedIn.at(-1);
  const keep = (attempt: AssessmentAttempt) =>
    learner.getState().change((current) => saveAttempt(current, attempt));
  const begin = () => {
    setReviewing(false);
    const startedMs = Date.now();
    keep({
      path,
      seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? startedMs >>> 0,
      release: release.hash,
      responses: {},
      startedMs,
    });
  };

  if (open) {
    return (
      <Sitting
        {...props}
        attempt={open}
        content={content}
        words={words}
        questions={drawAssessment(content, path, open.seed)}
        onAnswer={keep}
        onHandIn={() => {
          keep({ ...open, submittedMs: Date.now() });
          setReviewing(true);
        }}
      />
    );
  }
  const result = latest && share(content, latest);
  return (
    <div className="stack">
      {latest && result !== undefined && (
        <Result
          percent={Math.floor(result * 100)}
          passed={result * 100 >= props.passPercent}
          focus={reviewing}
          ui={ui}
          links={props.links}
        />
      )}
      <p>{say(ui, 'exam.how')}</p>
      <p className="actions">
        <button type="button" className={latest ? 'btn quiet' : 'btn'} onClick={begin}>
          {say(ui, latest ? 'exam.again' : 'exam.begin')}
        </button>
      </p>
      {latest && latest.release === release.hash && (
        <Review {...props} attempt={latest} content={content} words={words} />
      )}
    </div>
  );
}

function share(content: GradingContent, attempt: AssessmentAttempt): number {
  const score = scoreAttempt(content, attempt);
  return score.possible === 0 ? 0 : score.earned / score.possible;
}

function Result({
  percent,
  passed,
  focus,
  ui,
  links,
}: {
  percent: number;
  passed: boolean;
  focus: boolean;
  ui: Record<string, string>;
  links: { path: string };
}) {
  return (
    <div className={`notice ${passed ? 'good' : ''}`} data-result={percent}>
      <h2 tabIndex={-1} ref={(heading) => (focus ? heading?.focus() : undefined)}>
        {say(ui, 'exam.result', { percent })}
      </h2>
      <p>{say(ui, passed ? 'exam.passed' : 'exam.notPassed')}</p>
      <p>
        <a href={links.path}>{say(ui, 'exam.toPath')}</a>
      </p>
    </div>
  );
}

async function fetchExamWords(address: string): Promise<ExamWords | null> {
  const response = await fetch(address);
  return response.ok ? ((await response.json()) as ExamWords) : null;
}
