import { useStore } from 'zustand';
import { standingOf } from '../core/grading/index.ts';
import { say, type Words } from '../core/i18n/index.ts';
import { percentEarned } from '../core/percent/index.ts';
import { learner } from '../stores/browser.ts';
import { Loading, NotLoaded } from './Loading.tsx';
import type { ProgressWord } from './progress-words.ts';
import { useReleases } from './use-release.ts';

interface Entry {
  id: string;
  title: string;
  href: string;
}

interface Props {
  path: string;
  /** Hash of today's grading content, and the folder of the released contents. */
  release: string;
  releases: string;
  ui: Words<ProgressWord>;
  links: { certificate: string; assessment: string };
  /** Lessons of the path, in order. */
  next: readonly Entry[];
  scenarios: readonly Entry[];
}

/** How far one is on a path, what comes next, and the certificate when it is complete. */
export default function PathProgress({ path, release, releases, ui, links, next, scenarios }: Props) {
  const { record, isReady } = useStore(learner);
  const known = useReleases(record, releases, release);
  if (known === null) return <NotLoaded ui={ui} />;
  if (!isReady || !known) return <Loading ui={ui} />;
  const standing = standingOf(record, path, known);
  if (!standing) return <NotLoaded ui={ui} />;
  const { result, completeOn, latest } = standing;
  const lesson = next.find((entry) => !(entry.id in record.lessons));
  const play = scenarios.find(
    (entry) => !result.scenarios.find((other) => other.scenario === entry.id)?.passed,
  );
  const playsMissing = result.scenariosPassed < result.scenariosNeeded;
  const score = result.assessment?.score;
  const percent = score ? percentEarned(score.earned, score.possible) : 0;
  return (
    <div className="stack" data-complete={completeOn !== undefined}>
      <Bar
        label={say(ui, 'progress.lessons', result.lessons)}
        value={result.lessons.done}
        max={result.lessons.total}
      />
      <Bar
        label={say(ui, 'progress.scenarios', {
          done: Math.min(result.scenariosPassed, result.scenariosNeeded),
          total: result.scenariosNeeded,
        })}
        value={Math.min(result.scenariosPassed, result.scenariosNeeded)}
        max={result.scenariosNeeded}
      />
      <p>
        {result.assessment
          ? say(ui, result.assessment.passed ? 'progress.assessmentPassed' : 'progress.assessmentNotYet', {
              percent,
            })
          : say(ui, latest ? 'progress.assessmentEarlier' : 'progress.assessmentOpen')}
      </p>
      {completeOn && !result.complete && <p className="notice good">{say(ui, 'progress.wasComplete')}</p>}
      {completeOn ? (
        <p>
          <a className="btn" href={links.certificate}>
            {say(ui, 'progress.certificate')}
          </a>
        </p>
      ) : (
        <>
          <p>
            <strong>{say(ui, 'progress.next')}</strong>
          </p>
          <p className="actions">
            {lesson && (
              <a className="btn" href={lesson.href}>
                {lesson.title}
              </a>
            )}
            {!lesson && playsMissing && play && (
              <a className="btn" href={play.href}>
                {say(ui, 'progress.play', { title: play.title })}
              </a>
            )}
            {!lesson && !playsMissing && (
              <a className="btn" href={links.assessment}>
                {say(ui, 'progress.toAssessment')}
              </a>
            )}
          </p>
        </>
      )}
    </div>
  );
}

function Bar({ label, value, max }: { label: string; value: number; max: number }) {
  return (
    <div>
      <p className="small">{label}</p>
      <progress aria-label={label} value={value} max={max} />
    </div>
  );
}
