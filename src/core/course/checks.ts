import { didYouMean } from '../problem/index.ts';
import type { ContentFiles } from './content-files.ts';
import type { Sources } from './schema.ts';

/** What every loader asks about the things it has read. */
export interface ContentChecks {
  /** Notes what must be looked at again, and says whether that is so. */
  noteOverdue: (file: string, what: string, lookAgainBy: string) => boolean;
  /** Reports keys of no source. */
  checkSources: (file: string, keys: readonly string[], place: (string | number)[], line?: number) => void;
}

/** Reports the keys of no source, and what a source that was renamed is called now. */
export function sourceCheck(
  files: ContentFiles,
  sources: Sources | undefined,
): ContentChecks['checkSources'] {
  // An unreadable list is one problem, not one for every source that is cited.
  if (!sources) return () => {};
  const formerKeys = new Map(
    Object.entries(sources).flatMap(([key, source]) => source.formerKeys.map((former) => [former, key])),
  );
  return (file, keys, place, line) => {
    for (const key of keys) {
      if (key in sources) continue;
      const now = formerKeys.get(key);
      files.report(
        file,
        {
          code: 'content/unknown-source',
          place,
          what: `No source is called "${key}".`,
          mend: now
            ? `It is now called ${now}.`
            : didYouMean(key, Object.keys(sources), 'add it to content/sources.yaml'),
        },
        line,
      );
    }
  };
}

/**
 * Missing and left-over words of a map. Where one of the two files could not be read there is nothing to compare: that
 * it could not be read is the one problem, and each missing word would only follow from it.
 */
export function checkWords(
  files: ContentFiles,
  file: string,
  ids: readonly string[] | undefined,
  words: Record<string, unknown> | undefined,
  place: (string | number)[] = [],
): void {
  if (!ids || !words) return;
  for (const id of ids)
    if (!(id in words))
      files.report(file, {
        code: 'content/missing-words',
        place,
        what: `Has no words for "${id}".`,
        mend: 'Write them.',
      });
  noOthers(files, file, Object.keys(words), ids, place);
}

/**
 * Reports ids that name nothing.
 *
 * @param kind What an id should name, as it follows "No": `lesson of border-control`.
 * @param otherwise How to correct it when no known id is near: a clause such as `name a lesson of this module`.
 */
export function checkIds(
  files: ContentFiles,
  file: string,
  place: (string | number)[],
  kind: string,
  ids: readonly string[],
  known: readonly string[],
  otherwise: string,
): void {
  for (const id of ids)
    if (!known.includes(id))
      files.report(file, {
        code: 'content/unknown-id',
        place,
        what: `No ${kind} is called "${id}".`,
        mend: didYouMean(id, known, otherwise),
      });
}

/** Reports ids in a file of words that its structure file does not have. */
export function noOthers(
  files: ContentFiles,
  file: string,
  given: readonly string[],
  known: readonly string[],
  place: (string | number)[] = [],
): void {
  for (const id of given)
    if (!known.includes(id))
      files.report(file, {
        code: 'content/words-for-nothing',
        place: [...place, id],
        what: `Words for "${id}", which does not exist.`,
        mend: didYouMean(id, known, 'delete them'),
      });
}
