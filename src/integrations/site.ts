import { createHash } from 'node:crypto';
import { releaseHash } from '../core/certificate/index.ts';
import type { Content, Lesson } from '../core/course/index.ts';
import { gradingContent, pathMinutes, type Release } from '../core/grading/index.ts';
import { strictWords } from '../core/i18n/index.ts';
import { contentOnce } from './content-once.ts';
import { languagesOf } from './load-content.ts';

/**
 * The content for pages, loaded once per language. Pages call this and core functions, and hand over to a layout.
 *
 * @throws {Error} when the content has problems; the build has listed them before.
 */
export function siteContent(lang: string): Content {
  const { content, problems } = contentOnce(lang);
  if (!content)
    throw new Error(`The content of "${lang}" has ${problems.length} problems; run "npm run content".`);
  return { ...content, ui: strictWords(content.ui) };
}

/**
 * A lesson of the course.
 *
 * @param reference `module/lesson`, as `lesson-context.ts` gives it to every tag.
 * @throws {Error} when the course has no such lesson.
 */
export function lessonOf(lang: string, reference: string): Lesson {
  const [moduleId, lessonId] = reference.split('/');
  const lesson = siteContent(lang)
    .modules.find(({ id }) => id === moduleId)
    ?.lessons.find(({ id }) => id === lessonId);
  if (!lesson) throw new Error(`The course in "${lang}" has no lesson "${reference}".`);
  return lesson;
}

/**
 * A path with its title in the language.
 *
 * @throws {Error} when the course has no such path, or it has no words in the language.
 */
export function pathOf(lang: string, id: string | undefined) {
  const path = siteContent(lang).paths.find((candidate) => candidate.id === id);
  const words = path?.words[lang];
  if (!path || !words) throw new Error(`The course in "${lang}" has no path "${id}".`);
  return { path, words };
}

/** Routes of every language: `getStaticPaths` of pages that have no other parameter. */
export function languageRoutes(): { params: { lang: string } }[] {
  return languagesOf(process.cwd()).map((lang) => ({ params: { lang } }));
}

/** Routes of every module of every language, of every path, of every role-play: the same for their pages. */
export const moduleRoutes = () => routesOf('module', ({ modules }) => modules.map(({ id }) => id));
export const pathRoutes = () => routesOf('path', ({ paths }) => paths.map(({ id }) => id));
export const scenarioRoutes = () =>
  routesOf('scenario', ({ scenarios }) => scenarios.map(({ scenario }) => scenario.id));

function routesOf<Name extends string>(
  name: Name,
  ids: (content: Content) => string[],
): { params: { lang: string } & Record<Name, string> }[] {
  return languagesOf(process.cwd()).flatMap((lang) =>
    ids(siteContent(lang)).map((id) => ({
      params: { lang, [name]: id } as { lang: string } & Record<Name, string>,
    })),
  );
}

/** What decides a result as the text that is released, and the hash under which it is kept; alike in all languages. */
export function release(content: Content): { json: string; hash: string; grading: Release } {
  const grading = gradingContent(content);
  const json = JSON.stringify(grading);
  const hash = releaseHash(json);
  return { json, hash, grading: { ...grading, hash } };
}

/** Hours of a path as shown, rounded to half hours. */
export function pathHours(content: Content, pathId: string): number {
  return Math.max(0.5, Math.round(pathMinutes(gradingContent(content), pathId) / 30) / 2);
}

/** A short hash for file names. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
