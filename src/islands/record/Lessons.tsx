import { say } from '../../core/i18n/index.ts';
import type { LearnerRecord } from '../../core/progress/index.ts';
import type { Reviews } from '../../core/review/index.ts';
import type { RecordProps } from './props.ts';

/**
 * Modules × lessons: not opened, read, read with every check answered; a mark where something is due for review. Each
 * square leads to its lesson.
 */
export function Lessons({
  record,
  reviews,
  modules,
  ui,
}: { record: LearnerRecord; reviews: Reviews | undefined } & Pick<RecordProps, 'modules' | 'ui'>) {
  const due = new Set(
    reviews?.items.flatMap((item) => (item.kind === 'question' && !item.answer ? [item.lesson] : [])),
  );
  const answered = new Set(record.answers.map(({ question }) => question));
  const states = ['new', 'read', 'checked'] as const;
  const stateOf = (module: string, { id, checks }: RecordProps['modules'][number]['lessons'][number]) => {
    if (!(`${module}/${id}` in record.lessons)) return 'new';
    return checks.length > 0 && checks.every((check) => answered.has(`${module}/${check}`))
      ? 'checked'
      : 'read';
  };
  const sign = (state: (typeof states)[number], number: number) =>
    state === 'checked' ? '✓' : String(number);
  return (
    <section className="stack" aria-labelledby="record-lessons">
      <h2 id="record-lessons">{say(ui, 'record.lessonsTitle')}</h2>
      <ul className="record-key small">
        {states.map((state) => (
          <li key={state}>
            <span className="square" data-state={state} aria-hidden="true">
              {sign(state, 1)}
            </span>
            <span>{say(ui, `record.lesson.${state}`)}</span>
          </li>
        ))}
        {due.size > 0 && (
          <li>
            <span className="square" data-due="" aria-hidden="true">
              1
            </span>
            <span>{say(ui, 'record.lesson.due')}</span>
          </li>
        )}
      </ul>
      <ul className="record-modules">
        {modules.map((module) => {
          const done = module.lessons.filter((lesson) => stateOf(module.id, lesson) !== 'new').length;
          return (
            <li key={module.id}>
              <a href={module.href}>{module.title}</a>
              <ol>
                {module.lessons.map((lesson, i) => {
                  const state = stateOf(module.id, lesson);
                  const isDue = due.has(`${module.id}/${lesson.id}`);
                  const said = say(ui, `record.lesson.${state}`);
                  return (
                    <li key={lesson.id}>
                      <a
                        className="square"
                        data-state={state}
                        data-due={isDue ? '' : undefined}
                        href={lesson.href}
                        title={lesson.title}
                        aria-label={say(ui, 'record.lessonName', {
                          number: i + 1,
                          title: lesson.title,
                          state: isDue ? `${said}, ${say(ui, 'record.lesson.due')}` : said,
                        })}
                      >
                        {sign(state, i + 1)}
                      </a>
                    </li>
                  );
                })}
              </ol>
              <span className="small">{say(ui, 'record.of', { done, total: module.lessons.length })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
