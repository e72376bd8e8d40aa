/**
 * The two questions that reading a course asks of wherever its files are: a disk, a map in memory, a worker. Paths are
 * relative to the folder that holds `content/`, with `/` between their parts: `content/course.yaml`.
 */
export interface Files {
  /** Names in a folder, without their path; empty when there is no such folder. Their order does not matter. */
  list(folder: string): FolderEntries;
  /** The text of a file; undefined when there is no such file. */
  read(file: string): string | undefined;
}

export interface FolderEntries {
  files: readonly string[];
  folders: readonly string[];
}

/** Files from a map of path to text, for tests, workers and browsers. */
export function filesInMemory(texts: ReadonlyMap<string, string>): Files {
  const folders = new Map<string, { files: string[]; folders: Set<string> }>();
  const entriesOf = (folder: string) => {
    const known = folders.get(folder) ?? { files: [], folders: new Set<string>() };
    folders.set(folder, known);
    return known;
  };
  for (const path of texts.keys()) {
    const parts = path.split('/');
    entriesOf(parts.slice(0, -1).join('/')).files.push(parts.at(-1) ?? '');
    for (let depth = parts.length - 2; depth > 0; depth--)
      entriesOf(parts.slice(0, depth).join('/')).folders.add(parts[depth] ?? '');
  }
  return {
    list: (folder) => {
      const entries = folders.get(folder);
      return { files: entries?.files ?? [], folders: [...(entries?.folders ?? [])] };
    },
    read: (file) => texts.get(file),
  };
}

/** Names of the folders in a folder, in alphabetical order. */
export function foldersIn(files: Files, folder: string): string[] {
  return files.list(folder).folders.toSorted();
}

/** Names of the files of one type in a folder, without their ending, in alphabetical order. */
export function namesIn(files: Files, folder: string, ending: '.yaml' | '.mdx' | '.svg' | '.json'): string[] {
  return files
    .list(folder)
    .files.filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .toSorted();
}

/** Languages that have interface strings: a language is added by adding its files. */
export function languagesIn(files: Files): string[] {
  return namesIn(files, 'content/ui', '.yaml').filter((name) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(name));
}
