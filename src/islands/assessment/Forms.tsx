import { type Gain, type GradedAnswer, gainBetween, QUESTION_POINTS } from '../../core/grading/index.ts';
import { say, type Words } from '../../core/i18n/index.ts';
import { percentEarned, percentReached } from '../../core/percent/index.ts';
import type { ExamWords } from './props.ts';
import type { FormsWord } from './words.ts';

/** A form that was handed in. */
export interface Stage {
  kind: 'before' | 'final' | 'later';
  answers: readonly GradedAnswer[];
}

/** Before, final, later: how each went as a whole. */
export function Stages({ stages, ui }: { stages: readonly Stage[]; ui: Words<FormsWord> }) {
  return (
    <ul className="exam-objectives exam-stages">
      {stages.map(({ kind, answers }) => {
        const earned = Math.round(answers.reduce((sum, { points }) => sum + points, 0));
        const percent = percentEarned(earned, answers.length * QUESTION_POINTS);
        return (
          <li key={kind} data-stage={kind}>
            <strong>{say(ui, `test.stage.${kind}`)}</strong>
            <span className="small">
              {say(ui, 'exam.moduleRight', {
                right: answers.filter(({ isRight }) => isRight).length,
                asked: answers.length,
                percent,
              })}
            </span>
            <div className="exam-meter" aria-hidden="true">
              <span style={{ inlineSize: `${percent}%` }} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What changed from one form to the next, by objective; the least gained first. */
export function Gains({
  from,
  to,
  words,
  ui,
}: {
  from: Stage;
  to: Stage;
  words: ExamWords;
  ui: Words<FormsWord>;
}) {
  const gains: readonly Gain[] = gainBetween(
    from.answers,
    to.answers,
    ({ reference }) => words[reference]?.objective,
  );
  if (gains.length === 0) return null;
  const what = to.kind === 'later' ? 'held' : 'gained';
  // What was gained begins with the most; of what held, that which slipped away comes first.
  const shown = what === 'gained' ? [...gains].reverse() : gains;
  return (
    <section className="stack" data-gains={what}>
      <h2>{say(ui, `test.${what}`)}</h2>
      <p className="small">{say(ui, `test.${what}Text`)}</p>
      <ul className="exam-objectives exam-stages">
        {shown.map(({ key, from, to }) => (
          <li key={key}>
            <span>{key}</span>
            <span className="small">
              {say(ui, 'test.fromTo', { from: percentReached(from), to: percentReached(to) })}
            </span>
            <div className="exam-meter" aria-hidden="true">
              <span style={{ inlineSize: `${percentReached(to)}%` }} />
              <i style={{ insetInlineStart: `${percentReached(from)}%` }} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
