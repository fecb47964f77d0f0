/** What an expression in CEL comes to: a value, or nothing that is known. */

export type Value =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  /** Milliseconds since the epoch. */
  | { readonly kind: 'time'; readonly value: number }
  /** Milliseconds. */
  | { readonly kind: 'duration'; readonly value: number }
  | { readonly kind: 'list'; readonly items: readonly Value[] };

export const unknown: Value = { kind: 'unknown' };

export function bool(value: boolean): Value {
  return { kind: 'bool', value };
}

/** Whether two values are the same; undefined when that is not known. */
export function isSame(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'unknown' || b.kind === 'unknown' || a.kind === 'list' || b.kind === 'list')
    return undefined;
  return a.kind === b.kind ? a.value === b.value : undefined;
}
