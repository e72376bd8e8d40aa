import { type GradedAnswer, planAfter, tallyAnswers } from '../../core/grading/index.ts';
import { say } from '../../core/i18n/index.ts';
import { percentReached } from '../../core/percent/index.ts';
import type { AssessmentProps, ExamWords } from './props.ts';

interface Props extends Pick<AssessmentProps, 'modules' | 'passPercent' | 'ui'> {
  answers: readonly GradedAnswer[];
  words: ExamWords;
  passed: boolean;
}

/** Result of a sitting by module and objective, with the lessons to read again; the weakest module first. */
export function Plan({ answers, words, passed, modules, passPercent, ui }: Props) {
  const objectives = tallyAnswers(answers, ({ reference }) => words[reference]?.objective);
  return (
    <section className="stack exam-plan" data-plan="">
      <h2>{say(ui, passed ? 'exam.byModule' : 'exam.planTitle')}</h2>
      <p className="small">{say(ui, 'exam.planLine', { percent: passPercent })}</p>
      <ul className="exam-modules">
        {planAfter(answers).map(({ key, asked, right, share, lessons }) => {
          const percent = percentReached(share);
          return (
            <li key={key}>
              <div className="how">
                <h3>{modules[key]?.title ?? key}</h3>
                <div className="exam-meter" aria-hidden="true">
                  <span style={{ inlineSize: `${percent}%` }} />
                  <i style={{ insetInlineStart: `${passPercent}%` }} />
                </div>
                <p className="small">{say(ui, 'exam.moduleRight', { right, asked, percent })}</p>
              </div>
              {lessons.length === 0 ? (
                <p className="small">{say(ui, 'exam.nothingMissed')}</p>
              ) : (
                <ul>
                  {lessons.map(({ lesson, missed }) => {
                    const own = modules[key]?.lessons[lesson];
                    return (
                      own && (
                        <li key={lesson}>
                          <a href={own.href}>{own.title}</a>
                          <span className="small">
                            {say(ui, 'exam.missedIn', { n: missed, minutes: own.minutes })}
                          </span>
                        </li>
                      )
                    );
                  })}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      <details className="exam-fold">
        <summary>{say(ui, 'exam.byObjective')}</summary>
        <ul className="exam-objectives">
          {objectives.map(({ key, asked, right, share }) => (
            <li key={key}>
              <span>{key}</span>
              <span className="small">
                {say(ui, 'exam.moduleRight', { right, asked, percent: percentReached(share) })}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
