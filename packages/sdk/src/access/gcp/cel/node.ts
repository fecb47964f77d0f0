/** An expression in CEL as a tree. */

export type Node =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  /** What is not read here, such as `null` or a text with rare escapes. */
  | { readonly kind: 'opaque' }
  /** A name and its fields, such as `request.time`. */
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'not' | 'negative'; readonly of: Node }
  /** Joined by `&&`, or by `||`. */
  | { readonly kind: 'all' | 'any'; readonly of: readonly Node[] }
  | { readonly kind: 'choice'; readonly test: Node; readonly yes: Node; readonly no: Node }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'call'; readonly on?: Node; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'list'; readonly items: readonly Node[] };
