import { useEffect, useRef } from 'react';
import { localDay } from '../adapters/calendar.ts';
import { formOf, formsOf, grade, gradeTest, testSeed } from '../core/grading/index.ts';
import { say } from '../core/i18n/index.ts';
import { openSitting, type TestKind, testKinds, testName } from '../core/progress/index.ts';
import { reviewDays } from '../core/review/review-days.ts';
import { Gains, Stages } from './assessment/Forms.tsx';
import type { AssessmentProps } from './assessment/props.ts';
import { SureAndWrong } from './assessment/Review.tsx';
import { Sitting } from './assessment/Sitting.tsx';
import { stagesOf } from './assessment/stages.ts';
import { useSittings } from './assessment/use-sittings.ts';
import type { PathTestWord } from './assessment/words.ts';
import { dayText } from './day-text.ts';
import { Loading, NotLoaded } from './Loading.tsx';
import '../styles/assessment.css';
import '../styles/question/marking.css';
import '../styles/question/ordering.css';
import '../styles/question/sorting.css';

/** What a page hands to the tests before and after a path. */
export interface PathTestProps
  extends Pick<AssessmentProps, 'path' | 'release' | 'releases' | 'words' | 'links' | 'modules'> {
  lang: string;
  ui: Readonly<Record<PathTestWord, string>>;
}

/** The short tests around a path: one before it, one six months after it was passed, and what they say together. */
export default function PathTest(props: PathTestProps) {
  const { path, lang, release, ui, links } = props;
  const { record, isReady, isKept, known, words, isPressed, keep, ...on } = useSittings(props);
  const heading = useRef<HTMLHeadingElement>(null);
  const open = testKinds
    .map((kind) => openSitting(record, testName(kind, path)))
    .find((sitting) => sitting?.release === release);
  const isOpen = open !== undefined;
  useEffect(() => {
    if (isPressed && !isOpen) heading.current?.focus();
  }, [isPressed, isOpen]);
  if (known === null || words === null) return <NotLoaded ui={ui} />;
  if (!isReady || !known || !words) return <Loading ui={ui} />;

  const begin = (kind: TestKind) =>
    on.begin(testName(kind, path), (chance) => testSeed(known.today, record, kind, path, chance));
  if (open) {
    return (
      <Sitting
        ui={ui}
        sitting={open}
        content={known.today}
        words={words}
        questions={formOf(known.today, open)}
        isKept={isKept}
        focus={isPressed}
        onAnswer={keep}
        onHandIn={() => on.handIn(open)}
      />
    );
  }

  const stages = stagesOf(record, path, known);
  const forms = formsOf(record, path);
  const isAssessed = record.attempts.some((sitting) => sitting.path === path);
  const passedMs = [known.today, ...known.earlier]
    .flatMap((content) => grade(content, record, path)?.assessment?.passedMs ?? [])
    .reduce<number | undefined>((first, ms) => Math.min(first ?? ms, ms), undefined);
  const laterDay = passedMs === undefined ? undefined : reviewDays(localDay(passedMs))['half-year'];
  const isLaterOpen = laterDay !== undefined && laterDay <= localDay(Date.now());
  const offer: TestKind | undefined =
    !isAssessed && !forms.before ? 'before' : isLaterOpen && !forms.later ? 'later' : undefined;
  // Of the test that was sat last: what its questions were drawn from has to be today's, to be shown again.
  const sat = forms.later ?? forms.before;
  const stageOf = (kind: 'before' | 'final' | 'later') => stages.find((stage) => stage.kind === kind);
  const [before, final, later] = [stageOf('before'), stageOf('final'), stageOf('later')];
  return (
    <div className="stack exam" data-offer={offer}>
      {offer && (
        <>
          <p>{say(ui, offer === 'before' ? 'test.beforeIntro' : 'test.laterIntro')}</p>
          <p className="actions">
            <button
              type="button"
              className="btn"
              // The second click of a pair was meant for "Hand in", which stood here.
              onClick={(event) => event.detail < 2 && begin(offer)}
            >
              {say(ui, 'exam.begin')}
            </button>
            <a className="btn quiet" href={links.path}>
              {say(ui, offer === 'before' ? 'test.skip' : 'exam.toPath')}
            </a>
          </p>
        </>
      )}
      {stages.length > 0 && (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {say(ui, 'test.results')}
          </h2>
          <Stages stages={stages} ui={ui} />
        </>
      )}
      {before && !final && <p>{say(ui, 'test.beforeDone')}</p>}
      {!offer && (
        <>
          {!before && isAssessed && !later && <p>{say(ui, 'test.tooLate')}</p>}
          {laterDay !== undefined && !isLaterOpen && (
            <p>{say(ui, 'test.laterFrom', { day: dayText(laterDay, lang, 'with-year') })}</p>
          )}
          <p className="actions">
            <a className="btn" href={links.path}>
              {say(ui, 'exam.toPath')}
            </a>
          </p>
        </>
      )}
      {sat?.release === release && (later || !final) && (
        <SureAndWrong
          answers={gradeTest(known.today, sat)}
          sitting={sat}
          content={known.today}
          words={words}
          modules={props.modules}
          isBeforeReading={!final}
          ui={ui}
        />
      )}
      {final && later && <Gains from={final} to={later} words={words} ui={ui} />}
      {before && final && <Gains from={before} to={final} words={words} ui={ui} />}
    </div>
  );
}
