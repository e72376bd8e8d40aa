import { parse as parseYaml } from 'yaml';
import { countWords } from '../reading-time/index.ts';
import { blocksOf, type LessonBlock } from './blocks.ts';
import { type LessonNode, parseLesson } from './tree.ts';

/**
 * What a lesson's MDX contains, found without rendering it: read once, and asked by checks, search, reading level,
 * review sheets and pages.
 */
export interface LessonReading {
  frontmatter: unknown;
  /** Tags in the order in which they stand, with their attributes and line. */
  tags: { name: string; attributes: Record<string, string | true>; line: number }[];
  /** Headings of every level. */
  headings: { depth: number; text: string; line: number }[];
  /** Tables with a column that has no heading: a screen reader could not say what its cells are. */
  tablesWithoutHeading: { column: number; line: number }[];
  /** Words of the prose, tags' contents included. */
  words: number;
  /** Things authors may not write: HTML tags are tags too; expressions and imports are named here. */
  forbidden: { what: string; line: number }[];
  /** Sections for the search: text before the first heading, and under each. */
  sections: { heading: string; text: string }[];
  /** Paragraphs, items, notes and cells as text, with the sources that they cite. */
  blocks: LessonBlock[];
}

/**
 * Reads a lesson.
 *
 * @param text The whole file, front matter included.
 * @throws {Error} with `message` and `line` when the text is not valid MDX, or its front matter not valid YAML.
 */
export function readLesson(text: string): LessonReading {
  const tree = parseLesson(text);
  const reading: LessonReading = {
    frontmatter: {},
    tags: [],
    headings: [],
    tablesWithoutHeading: [],
    words: 0,
    forbidden: [],
    sections: [{ heading: '', text: '' }],
    blocks: blocksOf(tree),
  };
  const visit = (node: LessonNode) => {
    const line = node.position?.start.line ?? 0;
    switch (node.type) {
      case 'yaml':
        reading.frontmatter = parseYaml(node.value ?? '');
        return;
      case 'mdxjsEsm':
        reading.forbidden.push({ what: 'an import or export', line });
        return;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!/^\s*\/\*.*\*\/\s*$/s.test(node.value ?? ''))
          reading.forbidden.push({ what: `an expression {${node.value}}`, line });
        return;
      case 'heading': {
        const heading = { depth: node.depth ?? 2, text: textOf(node), line };
        reading.headings.push(heading);
        reading.sections.push({ heading: heading.text, text: '' });
        break;
      }
      case 'table': {
        const column =
          (node.children?.[0]?.children ?? []).findIndex((cell) => textOf(cell).trim() === '') + 1;
        if (column > 0) reading.tablesWithoutHeading.push({ column, line });
        break;
      }
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const attributes: Record<string, string | true> = {};
        for (const attribute of node.attributes ?? []) {
          if (
            attribute.type !== 'mdxJsxAttribute' ||
            (attribute.value !== null && typeof attribute.value === 'object')
          ) {
            reading.forbidden.push({ what: `an attribute of <${node.name}> that is not plain text`, line });
          } else if (attribute.name) attributes[attribute.name] = attribute.value ?? true;
        }
        reading.tags.push({ name: node.name ?? '', attributes, line });
        break;
      }
      case 'text':
      case 'inlineCode': {
        reading.words += countWords(node.value ?? '');
        const section = reading.sections.at(-1);
        if (section) section.text += ` ${node.value ?? ''}`;
        break;
      }
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return reading;
}

function textOf(node: LessonNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}
