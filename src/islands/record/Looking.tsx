import { localDay } from '../../adapters/calendar.ts';
import { latelyDone, type SureAndWrong } from '../../core/grading/index.ts';
import { dateLocale, say } from '../../core/i18n/index.ts';
import { isTest, type LearnerRecord, pathOfSitting } from '../../core/progress/index.ts';
import type { RecordLesson, RecordProps } from './props.ts';

/** How many lessons, and how many things done last, are shown. */
const MOST_SURE = 8;
const MOST_LATELY = 8;

const dayText = (atMs: number, lang: string) =>
  new Intl.DateTimeFormat(dateLocale(lang), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(atMs);

type Shared = Pick<RecordProps, 'modules' | 'lang' | 'ui'>;

const lessonsByReference = (modules: RecordProps['modules']) =>
  new Map<string, RecordLesson>(
    modules.flatMap(({ id, lessons }) => lessons.map((lesson) => [`${id}/${lesson.id}`, lesson] as const)),
  );

/** What the learner was sure of and had wrong, with the way to the question or its lesson. */
export function Sure({ sure, modules, lang, ui }: { sure: readonly SureAndWrong[] } & Shared) {
  if (sure.length === 0) return null;
  const lessons = lessonsByReference(modules);
  const byLesson = new Map<string, [SureAndWrong, ...SureAndWrong[]]>();
  for (const one of sure) {
    const others = byLesson.get(one.lesson);
    if (others) others.push(one);
    else byLesson.set(one.lesson, [one]);
  }
  return (
    <section className="stack" aria-labelledby="record-sure" data-sure-and-wrong={sure.length}>
      <h2 id="record-sure">{say(ui, 'record.sureTitle')}</h2>
      <p className="small">{say(ui, 'record.sureText', { n: sure.length })}</p>
      <ul className="record-list">
        {[...byLesson].slice(0, MOST_SURE).map(([lesson, [latest, ...others]]) => {
          const own = lessons.get(lesson);
          const check = latest.reference.split('/')[1] ?? '';
          const isShown = latest.isCheck && own?.checks.includes(check);
          return (
            own && (
              <li key={lesson}>
                <a href={isShown ? `${own.href}#check-${check}` : own.href}>{own.title}</a>
                <span className="small">
                  {say(ui, 'record.sureCount', { n: 1 + others.length, day: dayText(latest.atMs, lang) })}
                </span>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

/** What was done last, by day. */
export function Lately({
  record,
  modules,
  scenarios,
  paths,
  lang,
  ui,
}: { record: LearnerRecord } & Shared & Pick<RecordProps, 'scenarios' | 'paths'>) {
  const lessons = lessonsByReference(modules);
  const testOf = (id: string) => paths[id] && { ...paths[id], href: paths[id].test };
  const entries = latelyDone(record, MOST_LATELY).flatMap((one) => {
    const [entry, key] =
      one.kind === 'lesson'
        ? ([lessons.get(one.what), 'record.didRead'] as const)
        : one.kind === 'run'
          ? ([scenarios[one.what], 'record.didPlay'] as const)
          : isTest(one.what)
            ? ([testOf(pathOfSitting(one.what)), 'record.didTest'] as const)
            : ([paths[one.what], 'record.didHandIn'] as const);
    return entry ? [{ ...one, text: say(ui, key, { title: entry.title }), href: entry.href }] : [];
  });
  if (entries.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="record-lately">
      <h2 id="record-lately">{say(ui, 'record.latelyTitle')}</h2>
      <ol className="record-lately">
        {entries.map(({ kind, what, atMs, text, href }, i) => (
          <li key={`${kind} ${what} ${atMs}`}>
            {localDay(atMs) !== localDay(entries[i - 1]?.atMs ?? -1) && (
              <p className="small">{dayText(atMs, lang)}</p>
            )}
            <a href={href}>{text}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}
