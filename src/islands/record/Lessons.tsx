import { say } from '../../core/i18n/index.ts';
import type { LearnerRecord } from '../../core/progress/index.ts';
import type { RecordProps } from './props.ts';

/** Modules × lessons: not opened, read, read with every check answered. Each square leads to its lesson. */
export function Lessons({
  record,
  modules,
  ui,
}: { record: LearnerRecord } & Pick<RecordProps, 'modules' | 'ui'>) {
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
                  return (
                    <li key={lesson.id}>
                      <a
                        className="square"
                        data-state={state}
                        href={lesson.href}
                        title={lesson.title}
                        aria-label={say(ui, 'record.lessonName', {
                          number: i + 1,
                          title: lesson.title,
                          state: say(ui, `record.lesson.${state}`),
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
