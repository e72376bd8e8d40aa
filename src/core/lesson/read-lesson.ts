import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import { countWords } from '../core/reading-time/index.ts';

/** What a lesson's MDX contains, found without rendering it. */
export interface LessonScan {
  frontmatter: unknown;
  /** Tags in the order in which they stand, with their attributes and line. */
  tags: { name: string; attributes: Record<string, string | true>; line: number }[];
  /** Headings of level 2 and 3. */
  headings: { depth: number; text: string; line: number }[];
  /** Words of the prose, tags' contents included. */
  words: number;
  /** Things authors may not write: HTML tags are tags too; expressions and imports are named here. */
  forbidden: { what: string; line: number }[];
  /** Sections for the search: text under each heading of level 2. */
  sections: { heading: string; text: string }[];
}

interface Node {
  type: string;
  name?: string | null;
  value?: string;
  depth?: number;
  children?: Node[];
  attributes?: { type: string; name?: string; value?: string | null | object }[];
  position?: { start: { line: number } };
}

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).use(remarkMdx);

/**
 * Scans a lesson.
 *
 * @throws {Error} with a line when the MDX cannot be parsed.
 */
export function scanLesson(text: string): LessonScan {
  const tree = processor.parse(text) as unknown as Node;
  const scan: LessonScan = {
    frontmatter: {},
    tags: [],
    headings: [],
    words: 0,
    forbidden: [],
    sections: [{ heading: '', text: '' }],
  };
  const visit = (node: Node) => {
    const line = node.position?.start.line ?? 0;
    switch (node.type) {
      case 'yaml':
        scan.frontmatter = parseYaml(node.value ?? '');
        return;
      case 'mdxjsEsm':
        scan.forbidden.push({ what: 'an import or export', line });
        return;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!/^\s*\/\*.*\*\/\s*$/s.test(node.value ?? ''))
          scan.forbidden.push({ what: `an expression {${node.value}}`, line });
        return;
      case 'heading': {
        const heading = { depth: node.depth ?? 2, text: textOf(node), line };
        scan.headings.push(heading);
        scan.sections.push({ heading: heading.text, text: '' });
        scan.words += countWords(heading.text);
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
            scan.forbidden.push({ what: `an attribute of <${node.name}> that is not plain text`, line });
          } else if (attribute.name) attributes[attribute.name] = attribute.value ?? true;
        }
        scan.tags.push({ name: node.name ?? '', attributes, line });
        break;
      }
      case 'text':
      case 'inlineCode': {
        scan.words += countWords(node.value ?? '');
        const section = scan.sections.at(-1);
        if (section) section.text += ` ${node.value ?? ''}`;
        break;
      }
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return scan;
}

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}
