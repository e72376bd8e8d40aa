import { localDay } from '../../adapters/calendar.ts';
import { bestAssessment, formsOf, gradeTest, type Release } from '../../core/grading/index.ts';
import { say } from '../../core/i18n/index.ts';
import type { LearnerRecord } from '../../core/progress/index.ts';
import { reviewDays } from '../../core/review/review-days.ts';
import { type Stage, Stages } from '../assessment/Forms.tsx';
import type { RecordProps } from './props.ts';

interface Props extends Pick<RecordProps, 'paths' | 'ui'> {
  record: LearnerRecord;
  content: Release | null | undefined;
}

/**
 * Of each path with a short test: how that, the final assessment and the later test went, on today's content; and the
 * way to the later test once it is open.
 */
export function Held({ record, content, paths, ui }: Props) {
  if (!content) return null;
  const tested = Object.entries(paths).flatMap(([id, path]) => {
    const forms = formsOf(record, id);
    const passedMs = bestAssessment(content, record, id)?.passedMs;
    const isLaterOpen =
      !forms.later &&
      passedMs !== undefined &&
      reviewDays(localDay(passedMs))['half-year'] <= localDay(Date.now());
    if (!forms.before && !forms.later && !isLaterOpen) return [];
    const stages = (['before', 'final', 'later'] as const).flatMap((kind): Stage[] => {
      const sitting = forms[kind];
      return sitting?.release === content.hash ? [{ kind, answers: gradeTest(content, sitting) }] : [];
    });
    return stages.length > 0 ? [{ id, path, stages, isLaterOpen }] : [];
  });
  if (tested.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="record-held">
      <h2 id="record-held">{say(ui, 'record.heldTitle')}</h2>
      <p className="small">{say(ui, 'record.heldText')}</p>
      {tested.map(({ id, path, stages, isLaterOpen }) => (
        <div key={id} className="stack narrow" data-held={id}>
          <h3>
            <a href={path.test}>{path.title}</a>
          </h3>
          <Stages stages={stages} ui={ui} />
          {isLaterOpen && (
            <p className="up">
              <a href={path.test}>{say(ui, 'record.laterOpen')}</a>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
