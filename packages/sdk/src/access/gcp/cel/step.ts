/** Where a reader of CEL stands, and what it read. */
import type { Node } from './node.ts';
import type { Token } from './token.ts';

export type Cursor = {
  readonly tokens: readonly Token[];
  readonly at: number;
  /** How many parentheses and lists are open. */
  readonly depth: number;
  /** Reads a whole expression, for what stands inside of parentheses. */
  readonly parse: (cursor: Cursor) => Step | undefined;
};

export type Step = { readonly node: Node; readonly next: number };

export function isMark(token: Token | undefined, text: string): boolean {
  return token?.kind === 'mark' && token.text === text;
}
