import type { Content } from '../core/course/index.ts';
import type { Path } from '../core/path/schema.ts';
import type { AssessmentProps } from '../islands/assessment/props.ts';
import { page } from './links.ts';

/** The modules of a path with their lessons, as the plan after a sitting shows them. */
export function plannedModules({ lang, modules }: Content, path: Path): AssessmentProps['modules'] {
  return Object.fromEntries(
    modules
      .filter(({ id }) => path.modules.includes(id))
      .map((module) => [
        module.id,
        {
          title: module.words.title,
          lessons: Object.fromEntries(
            module.lessons.map((lesson) => [
              lesson.id,
              {
                title: lesson.frontmatter.title,
                href: page(lang, 'modules', module.id, lesson.id),
                minutes: lesson.minutes,
              },
            ]),
          ),
        },
      ]),
  );
}
