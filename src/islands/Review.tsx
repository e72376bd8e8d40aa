import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { fetchRelease } from '../adapters/release.ts';
import { reviewOptions } from '../adapters/review-options.ts';
import { fetchTopics } from '../adapters/review-topics.ts';
import { findQuestion } from '../core/grading/index.ts';
import { say } from '../core/i18n/index.ts';
import { addAnswer, lastAnswer } from '../core/progress/index.ts';
import { scoreResponse } from '../core/question/index.ts';
import { type ReviewItem, reviewsOn } from '../core/review/index.ts';
import { learner } from '../stores/browser.ts';
import { fetchExamWords } from './assessment/exam-words.ts';
import { dayText } from './day-text.ts';
import { Loading, NotLoaded } from './Loading.tsx';
import { handedOver } from './page-data.ts';
import { CalendarOffer } from './review/CalendarOffer.tsx';
import { Unreadable } from './review/card.tsx';
import type { ReviewProps } from './review/props.ts';
import { QuestionCard } from './review/QuestionCard.tsx';
import { useLoaded } from './use-loaded.ts';
import '../styles/question/marking.css';
import '../styles/question/ordering.css';
import '../styles/question/sorting.css';
import '../styles/review.css';

// Brings the portraits, and is needed only for somebody who played a role-play.
const DecisionCard = lazy(() => import('./review/DecisionCard.tsx').catch(() => ({ default: NotLoaded })));

/** What is due today, one by one. `data`: id under which the page has its `ReviewProps`. */
export default function Review({ data }: { data: string }) {
  const [props] = useState(() => handedOver<ReviewProps>(data));
  const { ui } = props;
  const { record, isReady } = useStore(learner);
  const content = useLoaded(`${props.releases}${props.release}.json`, fetchRelease);
  const topics = useLoaded(props.topics, fetchTopics);
  const { today } = reviewOptions();
  // The list is worked out after an answer is shown: with a large record that takes longer than one likes to wait.
  const known = useDeferredValue(record);
  const reviews = useMemo(
    () =>
      content && topics && isReady
        ? reviewsOn(content, topics, known, { ...reviewOptions(), today })
        : undefined,
    [content, topics, known, isReady, today],
  );
  const modules = [
    ...new Set(
      reviews?.items.flatMap(({ kind, reference }) =>
        kind === 'question' ? [reference.split('/')[0] ?? ''] : [],
      ),
    ),
  ];
  const addresses = modules.flatMap((module) => props.words[module] ?? []).join(' ');
  const words = useLoaded(addresses || undefined, fetchExamWords);
  /** What is being read after its answer, until one goes on. */
  const [reading, setReading] = useState<ReviewItem>();
  const [isPressed, setPressed] = useState(false);
  /** What was left behind here, answered or not: what could not be loaded is no obstacle. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());

  if (content === null || topics === null || (addresses && words === null)) return <NotLoaded ui={ui} />;
  if (!content || !reviews || (addresses && !words)) return <Loading ui={ui} />;
  const { items, nextDay } = reviews;
  const isOpen = ({ reference, answer }: ReviewItem) => answer === undefined && !left.has(reference);
  const item = reading ?? items.find(isOpen);
  if (!item) {
    return items.length > 0 ? (
      <Done {...props} items={items} content={content} nextDay={nextDay} focus={isPressed} />
    ) : (
      <Nothing {...props} nextDay={nextDay} />
    );
  }
  const place = items.findIndex(({ reference }) => reference === item.reference);
  const given = reading && lastAnswer(record, item.reference);
  const { lang, lessons, scenarios } = props;
  const shared = {
    ...{ lang, lessons, scenarios, ui },
    answered: given,
    focus: isPressed,
    isLast: !items.some((other) => isOpen(other) && other.reference !== item.reference),
    onAnswer: (response: number, sure: 1 | 2 | 3 | undefined) => {
      learner.getState().change((current) =>
        addAnswer(current, {
          question: item.reference,
          response,
          ...(sure && { sure }),
          atMs: Date.now(),
        }),
      );
      setReading(item);
    },
    onGoOn: () => {
      setPressed(true);
      setLeft(new Set([...left, item.reference]));
      setReading(undefined);
    },
  };
  const question = findQuestion(content, item.reference);
  const own = words?.[item.reference]?.words;
  return (
    <div className="stack review" data-review={item.reference} data-begun={place > 0 ? '' : undefined}>
      {place >= 0 && (
        <div className="review-place">
          <span className="small">{say(ui, 'again.at', { number: place + 1, of: items.length })}</span>
          <span className="review-dots" aria-hidden="true">
            {items.map(({ reference, answer }) => (
              <i
                key={reference}
                data-state={answer || reference === reading?.reference ? 'done' : 'open'}
                data-here={reference === item.reference ? '' : undefined}
              />
            ))}
          </span>
        </div>
      )}
      {item.kind === 'question' &&
        (question && own ? (
          <QuestionCard
            key={item.reference}
            {...shared}
            item={item}
            question={question}
            words={own}
            seed={today}
          />
        ) : (
          <Unreadable {...shared} />
        ))}
      {item.kind === 'decision' && (
        <Suspense fallback={<Loading ui={ui} />}>
          <DecisionCard key={item.reference} {...shared} item={item} />
        </Suspense>
      )}
      <details className="review-fold">
        <summary>{say(ui, 'again.calendarTitle')}</summary>
        <CalendarOffer lang={lang} ui={ui} />
      </details>
    </div>
  );
}

interface DoneProps extends ReviewProps {
  items: readonly ReviewItem[];
  content: Parameters<typeof findQuestion>[0];
  nextDay: number | undefined;
  focus: boolean;
}

/** All of today is answered: what to read again, and when something comes back. */
function Done({ items, content, nextDay, focus, lessons, lang, ui, links }: DoneProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  const missed = items.flatMap((item) => {
    const question = findQuestion(content, item.reference);
    if (item.kind !== 'question' || !question || !item.answer) return [];
    const { earned, possible } = scoreResponse(question, item.answer.response);
    return earned < possible ? [item.lesson] : [];
  });
  return (
    <div className="stack review" data-review-done="">
      <h2 ref={heading} tabIndex={-1}>
        {say(ui, 'again.doneTitle')}
      </h2>
      <p>{say(ui, 'again.doneText')}</p>
      {[...new Set(missed)].map((lesson) => {
        const own = lessons[lesson];
        return (
          own && (
            <p key={lesson} className="up">
              <a href={own.href}>{say(ui, 'exam.readAgain', { title: own.title })}</a>
            </p>
          )
        );
      })}
      <Ahead nextDay={nextDay} lang={lang} ui={ui} links={links} />
    </div>
  );
}

/** When something comes back, the way to the record, and review days for one's own calendar. */
function Ahead({
  nextDay,
  lang,
  ui,
  links,
}: Pick<ReviewProps, 'lang' | 'ui' | 'links'> & { nextDay: number | undefined }) {
  return (
    <>
      {nextDay !== undefined && <p>{say(ui, 'again.next', { day: dayText(nextDay, lang) })}</p>}
      <p className="actions">
        <a className="btn" href={links.record}>
          {say(ui, 'again.toRecord')}
        </a>
      </p>
      <CalendarOffer lang={lang} ui={ui} />
    </>
  );
}

/** Nothing is due: not today, or not yet. */
function Nothing({ nextDay, lang, ui, links }: ReviewProps & { nextDay: number | undefined }) {
  if (nextDay === undefined) {
    return (
      <div className="stack review" data-review-none="">
        <p>{say(ui, 'again.nothingYet')}</p>
        <p className="actions">
          <a className="btn" href={links.paths}>
            {say(ui, 'home.choose')}
          </a>
        </p>
      </div>
    );
  }
  return (
    <div className="stack review" data-review-none="">
      <h2>{say(ui, 'again.nothingDue')}</h2>
      <Ahead nextDay={nextDay} lang={lang} ui={ui} links={links} />
    </div>
  );
}
