import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A node of a lesson's syntax tree (mdast with MDX), as far as the course reads it. */
export interface LessonNode {
  type: string;
  /** Of a tag: its name. */
  name?: string | null;
  /** Of text and code: the characters. */
  value?: string;
  /** Of a heading: its level, 1 to 6. */
  depth?: number;
  children?: LessonNode[];
  /** Of a tag. A value is an object where an author wrote an expression, and absent for `<Country inline />`. */
  attributes?: { type: string; name?: string; value?: string | null | object }[];
  position?: { start: { line: number } };
}

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).use(remarkMdx);

/**
 * The syntax tree of a lesson.
 *
 * @param text The whole file, front matter included.
 * @throws {VFileMessage} with `message` and `line` when the text is not valid MDX.
 */
export function parseLesson(text: string): LessonNode {
  return processor.parse(text) as unknown as LessonNode;
}

/** Text of a tag's attribute; empty when it is absent or not plain text. */
export function attributeOf(node: LessonNode, name: string): string {
  const value = node.attributes?.find((other) => other.name === name)?.value;
  return typeof value === 'string' ? value : '';
}

/** Keys of sources in the attribute `s` of a tag: `"CTHB-2005, EU-2011-36"` → two keys. */
export function sourceKeysIn(attribute: string): string[] {
  return attribute.split(/[\s,]+/).filter(Boolean);
}
