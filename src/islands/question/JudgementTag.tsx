import { say, type Words } from '../../core/i18n/index.ts';
import type { Judgement } from '../../core/question/index.ts';
import { type Rating, ratings } from '../../core/scenario/constants.ts';

/** Colour (a class of components.css) and sign of each judgement; the word comes with the language. */
const looks: Record<Judgement, { tone: string; sign: string }> = {
  best: { tone: 'best', sign: '✓' },
  acceptable: { tone: 'acceptable', sign: '●' },
  poor: { tone: 'poor', sign: '▲' },
  harmful: { tone: 'harmful', sign: '✕' },
  right: { tone: 'best', sign: '✓' },
  'not-right': { tone: 'poor', sign: '○' },
  found: { tone: 'best', sign: '✓' },
  left: { tone: 'best', sign: '✓' },
  missed: { tone: 'poor', sign: '○' },
  overmarked: { tone: 'poor', sign: '○' },
};

/** The class that gives a judgement its colour. */
export function toneOf(judgement: Judgement): string {
  return looks[judgement].tone;
}

/** The interface string of a judgement. */
type JudgementWord<J extends Judgement> = J extends Rating ? `rating.${J}` : `judgement.${J}`;

/** A judgement by colour, sign and word together. */
export function JudgementTag<J extends Judgement>({
  judgement,
  ui,
}: {
  judgement: J;
  ui: Words<JudgementWord<J>>;
}) {
  const isRating = (ratings as readonly string[]).includes(judgement);
  return (
    <span className={`tag ${looks[judgement].tone}`}>
      <span aria-hidden="true">{looks[judgement].sign}</span>
      <span>{say(ui, `${isRating ? 'rating' : 'judgement'}.${judgement}` as JudgementWord<J>)}</span>
    </span>
  );
}
