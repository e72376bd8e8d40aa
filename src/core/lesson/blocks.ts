import { attributeOf, type LessonNode, sourceKeysIn } from './tree.ts';

export type BlockKind = 'paragraph' | 'item' | 'quote' | 'note' | 'voice' | 'heading' | 'cell';

/** One paragraph, list item, note or table cell of a lesson, as text. */
export interface LessonBlock {
  kind: BlockKind;
  /** Line in the file, from 1. */
  line: number;
  /** White space reduced to single spaces; tags gone. A fact of the country pack inside a sentence is "…". */
  text: string;
  /** Where sources are cited: keys, and the offset in `text` before which the cited words stand. */
  cites: { keys: string[]; at: number }[];
  /** What the block belongs to: the title of a note, the first cell of a table's row. */
  context: string;
}

/** The blocks of a lesson's tree in the order in which they stand; empty ones are left out. */
export function blocksOf(tree: LessonNode): LessonBlock[] {
  const blocks: LessonBlock[] = [];
  visit(tree, 'paragraph', '', blocks);
  return blocks.filter((block) => block.text !== '');
}

function visit(node: LessonNode, kind: BlockKind, context: string, blocks: LessonBlock[]): void {
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const block = read(node, node.type === 'heading' ? 'heading' : kind, context);
      blocks.push(block);
      return;
    }
    case 'tableRow': {
      let first = '';
      for (const cell of node.children ?? []) {
        const block = read(cell, 'cell', first);
        first ||= block.text;
        blocks.push(block);
      }
      return;
    }
    case 'mdxJsxFlowElement': {
      const from = blocks.length;
      const inside = kindOfTag(node.name) ?? kind;
      for (const child of node.children ?? [])
        visit(child, inside, attributeOf(node, 'title') || context, blocks);
      // A note's source stands for all of it.
      for (const block of blocks.slice(from)) addCite(block, node);
      return;
    }
    default: {
      const inside = node.type === 'listItem' ? 'item' : node.type === 'blockquote' ? 'quote' : kind;
      for (const child of node.children ?? []) visit(child, inside, context, blocks);
    }
  }
}

function read(node: LessonNode, kind: BlockKind, context: string): LessonBlock {
  const block: LessonBlock = { kind, line: node.position?.start.line ?? 0, text: '', cites: [], context };
  readInto(block, node);
  block.text = block.text.trimEnd();
  for (const cite of block.cites) cite.at = Math.min(cite.at, block.text.length);
  return block;
}

function readInto(block: LessonBlock, node: LessonNode): void {
  for (const child of node.children ?? []) {
    if (child.value !== undefined && child.type !== 'mdxTextExpression') append(block, child.value);
    else if (child.type === 'mdxJsxTextElement' && child.name === 'Cite') addCite(block, child);
    else if (child.type === 'mdxJsxTextElement' && child.name === 'Country') append(block, '…');
    else if (child.type === 'mdxJsxTextElement' && kindOfTag(child.name)) {
      // A note on one line stands in a paragraph of its own.
      block.kind = kindOfTag(child.name) ?? block.kind;
      block.context = attributeOf(child, 'title') || block.context;
      readInto(block, child);
      addCite(block, child);
    } else readInto(block, child);
  }
}

/** Adds text so that taken-out tags leave neither double spaces nor a space before a full stop. */
function append(block: LessonBlock, value: string): void {
  let more = value.replace(/\s+/g, ' ');
  if (block.text === '' || block.text.endsWith(' ')) more = more.replace(/^ /, '');
  if (/^[.,;:!?)]/.test(more)) block.text = block.text.trimEnd();
  block.text += more;
}

function addCite(block: LessonBlock, tag: LessonNode): void {
  const keys = sourceKeysIn(attributeOf(tag, 's'));
  if (keys.length > 0) block.cites.push({ keys, at: block.text.length });
}

function kindOfTag(name: string | null | undefined): BlockKind | undefined {
  return name === 'Note' ? 'note' : name === 'Voice' ? 'voice' : undefined;
}
