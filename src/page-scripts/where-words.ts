import { say, type Words } from '../core/i18n/index.ts';
import type { CourseMap } from '../core/path/course-map.ts';
import type { Next, Where } from '../core/path/where.ts';

/** Interface strings that say where a learner is on a path. */
export const whereWords = [
  'where.lessons',
  'where.plays',
  'where.left',
  'where.hours',
  'where.minutes',
  'where.goOn',
  'where.start',
  'where.play',
  'where.goOnPlay',
  'progress.toAssessment',
  'progress.certificate',
] as const;
export type WhereWord = (typeof whereWords)[number];
type Ui = Words<WhereWord>;

/** "10 of 26 lessons · 1 of 2 role-plays". */
export function sayDone(ui: Ui, { lessons, plays }: Where): string {
  return [
    say(ui, 'where.lessons', lessons),
    ...(plays ? [say(ui, 'where.plays', { done: plays.passed, total: plays.needed })] : []),
  ].join(' · ');
}

/** "about 3 h left"; nothing where nothing is left. */
export function sayLeft(ui: Ui, { minutesLeft }: Where): string {
  const minutes = minutesLeft.reading + minutesLeft.plays + minutesLeft.assessment;
  return minutes === 0 ? '' : say(ui, 'where.left', { time: sayTime(ui, minutes) });
}

/** Minutes up to an hour, then half hours. */
export function sayTime(ui: Ui, minutes: number): string {
  return minutes < 60
    ? say(ui, 'where.minutes', { minutes })
    : say(ui, 'where.hours', { hours: Math.round(minutes / 30) / 2 });
}

/** The label and the address of the one main action. */
export function sayNext(
  ui: Ui,
  map: CourseMap,
  path: string,
  next: Next,
  isBegun: boolean,
  openDecision?: number,
): { label: string; href: string } {
  const { base } = map;
  switch (next.kind) {
    case 'lesson':
      return {
        label: say(ui, isBegun ? 'where.goOn' : 'where.start', { title: next.lesson.title }),
        href: `${base}modules/${next.lesson.id}/`,
      };
    case 'play': {
      const title = map.plays[next.play]?.title ?? next.play;
      return {
        label: openDecision
          ? say(ui, 'where.goOnPlay', { title, decision: openDecision })
          : say(ui, 'where.play', { title }),
        href: `${base}role-plays/${next.play}/`,
      };
    }
    case 'assessment':
      return { label: say(ui, 'progress.toAssessment'), href: `${base}assessment/${path}/` };
    case 'certificate':
      return { label: say(ui, 'progress.certificate'), href: `${base}certificate/#path=${path}` };
  }
}
