import { formsOf, gradeTest, type Releases } from '../../core/grading/index.ts';
import type { LearnerRecord } from '../../core/progress/index.ts';
import type { Stage } from './Forms.tsx';

/** The forms of a path that were handed in, in their order; those whose release cannot be had are left out. */
export function stagesOf(record: LearnerRecord, path: string, { today, earlier }: Releases): Stage[] {
  const forms = formsOf(record, path);
  return (['before', 'final', 'later'] as const).flatMap((kind) => {
    const sitting = forms[kind];
    const drawnFrom = sitting && [today, ...earlier].find(({ hash }) => hash === sitting.release);
    return sitting && drawnFrom ? [{ kind, answers: gradeTest(drawnFrom, sitting) }] : [];
  });
}
