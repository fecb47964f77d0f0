/** A message as the text part of a mail: the same in the same order. */
import type { Block, Inline, Message, MessageRow, Text } from '@security-monkey/sdk';
import { markWords } from './mark-words.ts';
import { visibleText } from './visible-text.ts';

const width = 76;

export function renderText({ blocks }: Message): string {
  return `${blocks.map((block) => blockLines(block).join('\n')).join('\n\n')}\n`;
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'event':
    case 'sentence':
    case 'paragraph':
      return wrapped(marked(block.text));
    case 'mark':
      return [`[${inert(markWords(block.mark))}]`];
    case 'heading':
      return underlined(restored(block.text.map(wordsOf).join('')));
    case 'facts':
      return factLines(block.facts);
    case 'rows':
      return block.rows.flatMap(rowLines);
    case 'difference':
      return block.lines.map(({ sign, text }) => `  ${sign} ${inert(text)}`.trimEnd());
    case 'links':
      return block.links.map(({ text, href }) => `${visibleText(text)}: ${href}`);
    case 'unknown':
      return wrapped(marked(block.text), '/// ');
    case 'reason':
      return ['-- ', ...block.lines.flatMap((line) => wrapped(marked(line)))];
  }
}

/** A sentence. What is not a link of ours cannot become one. */
export function textOf(text: Text): string {
  return restored(marked(text));
}

function marked(text: Text): string {
  return text.map(pieceOf).join('');
}

function pieceOf(piece: Inline): string {
  if (typeof piece === 'string' || !('link' in piece)) return wordsOf(piece);
  return isSame(piece.link, piece.href) ? piece.href : `${inert(piece.link)} <${piece.href}>`;
}

/** Without where it leads to. */
function wordsOf(piece: Inline): string {
  if (typeof piece === 'string') return inert(piece);
  if ('strong' in piece) return inert(piece.strong);
  // What is to be copied is not broken over two lines.
  return 'code' in piece ? inert(piece.code).replaceAll(' ', unbroken) : inert(piece.link);
}

/** Stands for a blank at which no line is broken; no text has it otherwise, because it is shown by its number. */
const unbroken = '\ue000';

function restored(text: string): string {
  return text.replaceAll(unbroken, ' ');
}

function isSame(text: string, href: string): boolean {
  return text === href || `${text}/` === href;
}

/** Mail programs make links of what looks like an address; with brackets in it, it still reads as what it is. */
function inert(text: string): string {
  return visibleText(text)
    .replaceAll('://', '[:]//')
    .replaceAll(/\bwww\./gi, (start) => `${start.slice(0, -1)}[.]`);
}

function underlined(text: string): readonly string[] {
  return [text, '-'.repeat(Math.min(width, text.length))];
}

function factLines(facts: Extract<Block, { readonly kind: 'facts' }>['facts']): readonly string[] {
  const column = Math.max(...facts.map(({ label }) => label.length)) + 2;
  return facts.map(({ label, text }) => `${inert(label).padEnd(column)}${textOf(text)}`);
}

function rowLines({ time, title, lines, mark }: MessageRow): readonly string[] {
  const indent = time === undefined ? '' : ' '.repeat(time.length + 2);
  const words = mark === undefined ? '' : `  [${inert(markWords(mark))}]`;
  const first = `${time === undefined ? '' : `${time}  `}${textOf(title)}${words}`;
  return [first, ...lines.flatMap((line) => wrapped(marked(line), `${indent}  `))];
}

/** Lines of at most so many characters, each after the prefix; a word that is longer stands alone. */
function wrapped(text: string, prefix = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && prefix.length + longer.length > width) {
      lines.push(prefix + line);
      line = word;
    } else line = longer;
  }
  return [...lines, prefix + line].map(restored);
}
