import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { LocatedProblem, Problem } from '../problem/index.ts';
import type { Files } from './files.ts';

/** Reads content files through a schema and keeps, for each, where in its text a place stands. */
export class ContentFiles {
  readonly from: Files;
  readonly problems: LocatedProblem[] = [];
  #locators = new Map<string, (place: Problem['place']) => number | undefined>();

  constructor(from: Files) {
    this.from = from;
  }

  /** A YAML file as its schema's type; undefined (with problems noted) when it is missing, unreadable or wrong. */
  read<S extends z.ZodType>(file: string, schema: S): z.infer<S> | undefined {
    const text = this.from.read(file);
    if (text === undefined) {
      this.report(file, {
        code: 'content/missing-file',
        place: [],
        what: 'There is no such file.',
        mend: 'Write it, or take its name out of the list that asks for it.',
      });
      return undefined;
    }
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
    this.#locators.set(file, (place) => {
      const offset = offsetOf(document.contents, place);
      return offset === undefined ? undefined : lines.linePos(offset).line;
    });
    const broken = document.errors[0];
    if (broken) {
      this.problems.push({
        file,
        line: lines.linePos(broken.pos[0]).line,
        code: 'content/yaml',
        place: [],
        what: `Invalid YAML: ${broken.message.split('\n')[0]}`,
        mend: 'Correct this line; text with a colon or a quotation mark goes between quotes.',
      });
      return undefined;
    }
    return this.parse(file, document.toJS(), schema);
  }

  /** A value that came from a file, through a schema. */
  parse<S extends z.ZodType>(file: string, value: unknown, schema: S): z.infer<S> | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues.flatMap(closestIssues)) {
      const place = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
      const unread = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '';
      this.report(file, {
        code: 'content/shape',
        place,
        what: unread
          ? `Has keys that nothing reads: ${unread}.`
          : expectedAndFound(issue.message, place, value),
        mend: unread ? 'Delete them or correct their spelling.' : 'content/README.md shows the form.',
      });
    }
    return undefined;
  }

  /** Notes a problem; the line is found from its place. */
  report(file: string, problem: Problem, line?: number): void {
    const found = line ?? this.#locators.get(file)?.(problem.place);
    this.problems.push({ file, ...problem, ...(found === undefined ? {} : { line: found }) });
  }
}

type Issue = z.core.$ZodIssue;

/** Of a value that fits none of several forms: what is wrong with it as the form that it comes nearest to. */
function closestIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map(({ path }) => path.length));
  const closest = issue.errors.reduce((one, other) => (depth(other) > depth(one) ? other : one));
  return closest.flatMap((inner) => closestIssues({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** `Expected string. Found 3.`, from the schema's message and the whole value that was parsed. */
function expectedAndFound(message: string, place: Problem['place'], value: unknown): string {
  const expected = message
    .replace(/, received [^,]*$/, '')
    .replace(/^Invalid (?:input|option): e/, 'E')
    .replace(/\.$/, '');
  const found = place.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    value,
  );
  return `${expected}. Found ${found === undefined ? 'nothing' : shortened(JSON.stringify(found))}.`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Offset of the deepest node that a place reaches. */
function offsetOf(node: unknown, place: Problem['place']): number | undefined {
  let current = node;
  let offset: number | undefined;
  for (const key of place) {
    if (isMap(current)) {
      const pair = current.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) break;
      offset = isScalar(pair.key) ? pair.key.range?.[0] : offset;
      current = pair.value;
    } else if (isSeq(current)) {
      const item = current.items[Number(key)] as { range?: [number, number, number] } | undefined;
      if (!item) break;
      offset = item.range?.[0] ?? offset;
      current = item;
    } else break;
  }
  return offset;
}
