import type { Ref } from 'react';
import { say, type Words } from '../../core/i18n/index.ts';
import { chosenRating, type Draft, outcomeOf, type Question, type Score } from '../../core/question/index.ts';
import { JudgementTag } from './JudgementTag.tsx';
import type { Sure } from './SureChoice.tsx';
import type { CheckWord } from './words.ts';

interface Props {
  question: Question;
  draft: Draft;
  score: Score;
  sure: Sure | undefined;
  ui: Words<CheckWord>;
  headingRef: Ref<HTMLHeadingElement>;
}

const outcomes = {
  right: { tone: 'best', sign: '✓' },
  partly: { tone: 'acceptable', sign: '◐' },
  not: { tone: 'poor', sign: '○' },
} as const;

/** How it went, as a heading that can take focus, and a word where certainty and outcome differ. */
export function Verdict({ question, draft, score, sure, ui, headingRef }: Props) {
  const outcome = outcomeOf(score);
  const rating = chosenRating(question, draft);
  const { tone, sign } = outcomes[outcome];
  return (
    <div className="verdict">
      <h3 tabIndex={-1} ref={headingRef} className={rating ? undefined : tone}>
        {rating ? (
          <>
            <span>{say(ui, 'check.rated')}</span> <JudgementTag judgement={rating} ui={ui} />
          </>
        ) : (
          <>
            <span aria-hidden="true">{sign}</span> <span>{say(ui, `check.verdict.${outcome}`)}</span>
          </>
        )}
      </h3>
      {!rating && score.possible > 1 && <p>{say(ui, 'check.points', { ...score })}</p>}
      {sure === 3 && outcome === 'not' && <p className="notice">{say(ui, 'check.sure-and-wrong')}</p>}
      {sure === 1 && outcome === 'right' && <p>{say(ui, 'check.guessed-right')}</p>}
    </div>
  );
}
