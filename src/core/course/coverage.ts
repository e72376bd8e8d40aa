import { z } from 'zod';
import { didYouMean } from '../problem/index.ts';
import type { ContentFiles } from './content-files.ts';
import type { LoadedModule } from './module.ts';
import type { LoadedScenario } from './scenario.ts';
import { type Course, type Glossary, idSchema, type Sources, sourceKeySchema } from './schema.ts';

const FILE = 'content/coverage.yaml';
const KINDS = ['lesson', 'fact', 'diagram', 'term', 'question', 'role-play'] as const;
type Kind = (typeof KINDS)[number];

/** One thing that a founding document names, and where the course teaches it. */
const itemSchema = z.strictObject({
  id: idSchema,
  /** Key of the document in sources.yaml. */
  seed: sourceKeySchema,
  /** What the document says, in a few words of ours. */
  what: z.string().min(1),
  /** Where it is taught, as `lesson:module/lesson`, `fact:topic.id`, `diagram:id`, `term:id`, `question:module/id` or `role-play:id`. */
  taught: z.array(z.string()).min(1).optional(),
  /** Why it is not taught. */
  left: z.string().min(20, 'Say in a sentence why it is left out.').optional(),
});
export const coverageSchema = z.array(itemSchema).min(1);
export type Coverage = z.infer<typeof coverageSchema>;

/** The parts of a course that a reference may name. */
interface Taught {
  course: Course;
  modules: readonly LoadedModule[];
  scenarios: readonly LoadedScenario[];
  sources: Sources;
  glossary: Glossary;
  diagrams: object;
}

/**
 * Reads the list of what the founding documents name, and reports every reference that leads nowhere. A course without
 * such a list has none to check.
 *
 * @param content The whole content of one language.
 * @param facts Ids of the facts of the course's own country, whatever country is built.
 *
 * Kinds of which something could not be read are not checked: one slip is told once.
 */
export function loadCoverage(
  files: ContentFiles,
  content: Taught,
  facts: readonly string[] | undefined,
): Coverage {
  if (files.from.read(FILE) === undefined) return [];
  const items = files.read(FILE, coverageSchema) ?? [];
  const known = knownIds(content, facts);
  const ids = new Set<string>();
  items.forEach((item, at) => {
    const report = (code: string, place: (string | number)[], what: string, mend: string) =>
      files.report(FILE, { code: `coverage/${code}`, place: [at, ...place], what, mend });
    if (ids.has(item.id))
      report('double', ['id'], `A second item is called "${item.id}".`, 'Rename one of them.');
    ids.add(item.id);
    if (someOf(content.sources)?.includes(item.seed) === false)
      report(
        'unknown-id',
        ['seed'],
        `No source is called "${item.seed}".`,
        'Add it to content/sources.yaml.',
      );
    if ((item.taught === undefined) === (item.left === undefined))
      report(
        'taught-or-left',
        [],
        `"${item.id}" must have either "taught" or "left".`,
        'Name where it is taught, or say why it is left out.',
      );
    for (const [i, reference] of (item.taught ?? []).entries()) {
      const [kind = '', id = ''] = splitAt(reference, ':');
      const ofKind = known[kind as Kind];
      if (!KINDS.some((one) => one === kind))
        report(
          'unknown-kind',
          ['taught', i],
          `"${reference}" names no kind of place.`,
          `Begin with one of ${KINDS.map((one) => `${one}:`).join(', ')}.`,
        );
      else if (ofKind && !ofKind.includes(id))
        report(
          'dead-reference',
          ['taught', i],
          `There is no ${kind} "${id}".`,
          didYouMean(id, ofKind, 'name where it is taught now, or write "left" with the reason'),
        );
    }
  });
  return items;
}

function knownIds(
  content: Taught,
  facts: readonly string[] | undefined,
): Record<Kind, readonly string[] | undefined> {
  const { modules } = content;
  const isWhole =
    modules.length === content.course.modules.length && modules.every((module) => module.isWhole);
  const areScenariosWhole = content.scenarios.length === content.course.scenarios.length;
  return {
    lesson: isWhole
      ? modules.flatMap(({ id, lessons }) => lessons.map((lesson) => `${id}/${lesson.id}`))
      : undefined,
    fact: facts,
    diagram: someOf(content.diagrams),
    term: someOf(content.glossary),
    question: isWhole
      ? modules.flatMap(({ id, bank, leftOut }) =>
          [...Object.keys(bank), ...leftOut].map((question) => `${id}/${question}`),
        )
      : undefined,
    'role-play': areScenariosWhole ? content.scenarios.map(({ scenario }) => scenario.id) : undefined,
  };
}

/** Names in a file; undefined when it has none, which is so when it could not be read. */
function someOf(entries: object): string[] | undefined {
  const names = Object.keys(entries);
  return names.length > 0 ? names : undefined;
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
