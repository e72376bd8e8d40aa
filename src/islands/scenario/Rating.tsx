import { say } from '../../core/i18n/index.ts';
import type { Rating as Kind } from '../../core/scenario/index.ts';

const SIGN: Record<Kind, string> = { best: '✓', acceptable: '●', poor: '▲', harmful: '✕' };

/** A rating: colour, sign and word together. */
export function Rating({ rating, ui }: { rating: Kind; ui: Record<string, string> }) {
  return (
    <span className={`tag ${rating}`}>
      <span aria-hidden="true">{SIGN[rating]}</span> {say(ui, `rating.${rating}`)}
    </span>
  );
}
