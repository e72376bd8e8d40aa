import type { Content } from '../core/course/index.ts';
import { type CourseMap, type MapPath, stopsOf } from '../core/path/course-map.ts';
import type { Path } from '../core/path/schema.ts';
import { page } from './links.ts';

/** The map of the given paths of a course: what their pages, and the home page, lead through. */
export function courseMap(content: Content, paths: readonly Path[] = content.paths): CourseMap {
  const { lang } = content;
  const modules = content.modules.filter(({ id }) => paths.some((path) => path.modules.includes(id)));
  const plays = content.scenarios.filter(({ scenario }) =>
    paths.some((path) => path.scenarios.offered.includes(scenario.id)),
  );
  return {
    base: page(lang),
    modules: Object.fromEntries(
      modules.map((module) => [
        module.id,
        {
          title: module.words.title,
          lessons: module.lessons.map((lesson) => ({
            id: `${module.id}/${lesson.id}`,
            title: lesson.frontmatter.title,
            minutes: lesson.minutes,
          })),
        },
      ]),
    ),
    plays: Object.fromEntries(
      plays.map(({ scenario, words }) => [
        scenario.id,
        { title: words.title, minutes: scenario.minutes, decisions: scenario.expert.length },
      ]),
    ),
    paths: paths.map((path) => mapPath(content, path)),
  };
}

function mapPath(content: Content, path: Path): MapPath {
  return {
    id: path.id,
    title: path.words[content.lang]?.title ?? path.id,
    stops: stopsOf(
      path.modules,
      path.scenarios.offered,
      (play) => content.scenarios.find(({ scenario }) => scenario.id === play)?.scenario.practises ?? [],
    ),
    pass: path.scenarios.pass,
    questions: path.assessment.questions,
  };
}
