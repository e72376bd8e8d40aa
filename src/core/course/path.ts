import { type Path, pathSchema } from '../path/schema.ts';
import { checkIds } from './checks.ts';
import type { ContentFiles } from './content-files.ts';
import type { LoadedModule } from './module.ts';
import type { Course } from './schema.ts';

/** A path, checked against the course and its modules; undefined when it cannot be read. */
export function loadPath(
  files: ContentFiles,
  id: string,
  lang: string,
  course: Course,
  modules: readonly LoadedModule[],
  scenes: readonly string[],
): Path | undefined {
  const file = `content/paths/${id}.yaml`;
  const path = files.read(file, pathSchema);
  if (!path) return undefined;
  const known = (kind: string, ids: readonly string[], all: readonly string[], place: (string | number)[]) =>
    checkIds(files, file, place, `${kind} of the course`, ids, all, 'add it to content/course.yaml');
  /** Whether these modules could be read to the last file; else what is missing follows from that. */
  const areWhole = (ids: readonly string[]) =>
    ids.every((one) => modules.some((module) => module.id === one && module.isWhole));
  known('module', path.modules, course.modules, ['modules']);
  if (areWhole(course.modules))
    known(
      'lesson',
      [path.shortOfTime],
      modules.flatMap((module) => module.lessons.map((lesson) => `${module.id}/${lesson.id}`)),
      ['shortOfTime'],
    );
  known('role-play', path.scenarios.offered, course.scenarios, ['scenarios', 'offered']);
  if (path.scene)
    checkIds(files, file, ['scene'], 'drawing of content/scenes', [path.scene], scenes, 'take it out');
  if (path.scenarios.pass > path.scenarios.offered.length)
    files.report(file, {
      code: 'content/path',
      place: ['scenarios', 'pass'],
      what: 'Asks for more role-plays than it offers.',
      mend: 'Lower it.',
    });
  if (!path.words[lang])
    files.report(file, {
      code: 'content/missing-words',
      place: ['words'],
      what: `Has no words in "${lang}".`,
      mend: 'Write them.',
    });
  const exam = modules
    .filter((module) => path.modules.includes(module.id))
    .reduce(
      (sum, module) => sum + Object.values(module.bank).filter((question) => question.use !== 'check').length,
      0,
    );
  const here = path.modules.filter((one) => course.modules.includes(one));
  if (areWhole(here) && exam < path.assessment.questions)
    files.report(file, {
      code: 'content/path',
      place: ['assessment', 'questions'],
      what: `Asks ${path.assessment.questions} questions; its banks have ${exam} for the final assessment.`,
      mend: 'Ask fewer or write more.',
    });
  return path;
}
