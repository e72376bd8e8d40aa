import { useMemo } from 'react';
import { useStore } from 'zustand';
import { fetchRelease } from '../adapters/release.ts';
import { playsOf, sureAndWrongOf } from '../core/grading/index.ts';
import { say } from '../core/i18n/index.ts';
import { learner } from '../stores/browser.ts';
import { Loading } from './Loading.tsx';
import { Coming, Due, useReviews } from './record/Due.tsx';
import { Held } from './record/Held.tsx';
import { Lessons } from './record/Lessons.tsx';
import { Lately, Sure } from './record/Looking.tsx';
import { Competencies, Plays } from './record/Practice.tsx';
import type { RecordProps } from './record/props.ts';
import { YourData } from './record/YourData.tsx';
import { useLoaded } from './use-loaded.ts';
import '../styles/assessment.css';
import '../styles/record.css';

/** The learner's own view of what was done, and the data it comes from. Nothing here is stored: all is worked out anew. */
export default function RecordPage(props: RecordProps) {
  const { release, releases, ui, links } = props;
  const { record, isReady } = useStore(learner);
  const content = useLoaded(`${releases}${release}.json`, fetchRelease);
  // A record of 200 runs takes tens of milliseconds to replay: not again while nothing of it changes.
  const plays = useMemo(() => (content ? playsOf(content, record) : []), [content, record]);
  const sure = useMemo(() => (content ? sureAndWrongOf(content, record) : []), [content, record]);
  const reviews = useReviews(props.topics, content, record);
  if (!isReady) return <Loading ui={ui} />;
  const isEmpty =
    Object.keys(record.lessons).length +
      record.answers.length +
      record.runs.length +
      record.attempts.length ===
    0;
  return (
    <div className="record">
      {isEmpty && (
        <p className="actions">
          <a className="btn" href={links.paths}>
            {say(ui, 'record.begin')}
          </a>
        </p>
      )}
      {!isEmpty && <Due reviews={reviews} {...props} />}
      <Lessons record={record} reviews={reviews} {...props} />
      {content === null && !isEmpty && <p className="notice">{say(ui, 'progress.unreachable')}</p>}
      <div className="record-pair">
        <Competencies plays={plays} {...props} />
        <Sure sure={sure} {...props} />
      </div>
      <Plays plays={plays} {...props} />
      <Held record={record} content={content} {...props} />
      <Coming reviews={reviews} {...props} />
      <Lately record={record} {...props} />
      <YourData {...props} />
    </div>
  );
}
