import { useEffect, useState } from 'react';
import { localDay } from '../../adapters/calendar.ts';
import { reviewOptions } from '../../adapters/review-options.ts';
import { fetchTopics } from '../../adapters/review-topics.ts';
import type { Release } from '../../core/grading/index.ts';
import { say } from '../../core/i18n/index.ts';
import type { LearnerRecord } from '../../core/progress/index.ts';
import type { Reviews } from '../../core/review/index.ts';
import { dayText } from '../day-text.ts';
import { useLoaded } from '../use-loaded.ts';
import type { RecordProps } from './props.ts';

type Props = { reviews: Reviews | undefined } & Pick<RecordProps, 'lang' | 'ui'>;

const loadReview = () => import('../../core/review/index.ts');
/** `useLoaded` wants an address; the scheduler is one script. */
const loadScheduler = (_: string) => loadReview();

/** What is due, once topics and scheduler have come; undefined until then, and where they cannot be had. */
export function useReviews(
  address: string,
  content: Release | null | undefined,
  record: LearnerRecord,
): Reviews | undefined {
  const isAsked = record.answers.length + record.attempts.length + record.runs.length > 0;
  const topics = useLoaded(isAsked ? address : undefined, fetchTopics);
  const scheduler = useLoaded(isAsked ? 'scheduler' : undefined, loadScheduler);
  const [reviews, setReviews] = useState<Reviews>();
  useEffect(() => {
    if (!content || !topics || !scheduler) return;
    setReviews(scheduler.reviewsOn(content, topics, record, reviewOptions()));
  }, [content, topics, scheduler, record]);
  return reviews;
}

/** What is due today, as the way to it; or when something is due next. Keeps its room while that is worked out. */
export function Due({ reviews, lang, ui, links }: Props & Pick<RecordProps, 'links'>) {
  return (
    <p className="actions record-due" data-due={reviews?.open}>
      {reviews && reviews.open > 0 && (
        <a className="btn" href={links.review}>
          {say(ui, 'again.dueTitle', { n: reviews.open })}
        </a>
      )}
      {reviews?.open === 0 && reviews.nextDay !== undefined && (
        <a href={links.review}>{say(ui, 'again.nextDay', { day: dayText(reviews.nextDay, lang) })}</a>
      )}
    </p>
  );
}

/** How much comes back on each of the next days. */
export function Coming({ reviews, lang, ui }: Props) {
  if (!reviews?.coming.some((n) => n > 0)) return null;
  const today = localDay(Date.now());
  const most = Math.max(...reviews.coming);
  return (
    <section className="stack" aria-labelledby="record-coming">
      <h2 id="record-coming">{say(ui, 'again.comingTitle')}</h2>
      <p className="small">{say(ui, 'again.comingText')}</p>
      <ol className="record-coming">
        {reviews.coming.map((n, i) => (
          <li key={i}>
            <span aria-hidden="true">{n > 0 ? n : ''}</span>
            <i aria-hidden="true" style={{ blockSize: `${(n / most) * 3}rem` }} />
            <span aria-hidden="true">{dayText(today + 1 + i, lang, 'narrow')}</span>
            <span className="hidden-visually">
              {say(ui, 'again.comingDay', { day: dayText(today + 1 + i, lang), n })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
