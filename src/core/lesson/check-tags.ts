import type { ContentChecks } from '../course/checks.ts';
import type { ContentFiles } from '../course/content-files.ts';
import { didYouMean } from '../problem/index.ts';
import type { LessonReading } from './read-lesson.ts';
import { sourceKeysIn } from './tree.ts';

const TAGS: Record<string, readonly string[]> = {
  Cite: ['s'],
  Note: ['title', 's'],
  Term: ['id'],
  Voice: ['who', 's'],
  Scene: ['id'],
  Claim: [],
  Contrast: [],
  Case: ['title', 'scene'],
  Step: ['name'],
  Take: [],
  Country: ['k', 'inline'],
  Check: ['id'],
  Diagram: ['id'],
};

/** Attributes that a tag must have. */
const REQUIRED: Record<string, readonly string[]> = { Case: ['title'], Step: ['name'] };

/** What the tags of a lesson may name; a list is absent where its file could not be read, and then not checked. */
export interface KnownIds {
  terms?: readonly string[] | undefined;
  diagrams?: readonly string[] | undefined;
  /** Drawings of places, `content/scenes/<id>.svg`. */
  scenes?: readonly string[] | undefined;
  countryKeys?: readonly string[] | undefined;
  questions?: readonly string[] | undefined;
}

/**
 * Checks the tags and headings of a lesson.
 *
 * @returns The sources in the order in which they are first cited, and the questions that are shown.
 */
export function checkTags(
  files: ContentFiles,
  file: string,
  reading: LessonReading,
  known: KnownIds,
  checkSources: ContentChecks['checkSources'],
): { sources: string[]; checks: string[] } {
  const sources: string[] = [];
  const checks: string[] = [];
  const report = (code: string, what: string, mend: string, line: number) =>
    files.report(file, { code: `content/${code}`, place: [], what, mend }, line);
  for (const { what, line } of reading.forbidden)
    report(
      'not-allowed',
      `Contains ${what}.`,
      'Lessons are words and the tags of content/README.md only.',
      line,
    );
  for (const heading of reading.headings)
    if (heading.depth === 1)
      report(
        'heading',
        'Has a heading of level 1.',
        'The title is the only one; start with ##.',
        heading.line,
      );
  for (const { column, line } of reading.tablesWithoutHeading)
    report(
      'table-heading',
      `The table has no heading over column ${column}.`,
      'Name what stands in that column: | Question | A complaint | An inspection |.',
      line,
    );
  const isKnown = (kind: string, id: unknown, ids: readonly string[] | undefined, line: number) => {
    if (!ids || (typeof id === 'string' && ids.includes(id))) return true;
    report(
      'unknown-id',
      `No ${kind} is called "${String(id)}".`,
      didYouMean(String(id), ids, 'add it or name another'),
      line,
    );
    return false;
  };
  for (const { name, attributes, line } of reading.tags) {
    const allowed = TAGS[name];
    if (!allowed) {
      report(
        'unknown-tag',
        `Has a tag <${name}>.`,
        didYouMean(name, Object.keys(TAGS), `use one of the tags ${Object.keys(TAGS).join(', ')}`),
        line,
      );
      continue;
    }
    for (const attribute of Object.keys(attributes))
      if (!allowed.includes(attribute))
        report(
          'unknown-attribute',
          `<${name}> has an attribute "${attribute}".`,
          allowed.length === 0 ? 'It takes none: take the attribute out.' : `It takes ${allowed.join(', ')}.`,
          line,
        );
    for (const attribute of REQUIRED[name] ?? [])
      if (typeof attributes[attribute] !== 'string' || attributes[attribute] === '')
        report('missing-attribute', `<${name}> has no "${attribute}".`, `Write ${attribute}="…".`, line);
    if (name === 'Cite' || ((name === 'Note' || name === 'Voice') && attributes.s)) {
      const keys = sourceKeysIn(String(attributes.s ?? ''));
      if (keys.length === 0) report('no-source', `<${name}> names no source.`, 'Write s="KEY".', line);
      checkSources(file, keys, [], line);
      for (const key of keys) if (!sources.includes(key)) sources.push(key);
    }
    if (name === 'Term') isKnown('term of the glossary', attributes.id, known.terms, line);
    if (name === 'Diagram') isKnown('diagram', attributes.id, known.diagrams, line);
    if (name === 'Scene' || attributes.scene)
      isKnown('drawing of content/scenes', attributes.id ?? attributes.scene, known.scenes, line);
    if (name === 'Country') isKnown('fact of the country pack', attributes.k, known.countryKeys, line);
    if (name === 'Check' && isKnown('question of this module', attributes.id, known.questions, line))
      checks.push(String(attributes.id));
  }
  return { sources, checks };
}
