/** Counts in words. */

/** What stands under a table: `3 items.`, `No items.`, or that there are more. */
export function countLine(count: number, more: boolean, noun: string): string {
  if (more) return `The first ${count} ${noun}s; --limit shows more, --json all.`;
  return count === 0 ? `No ${noun}s.` : `${counted(count, noun)}.`;
}

/** `1 scope`, `2 scopes`. */
export function counted(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`;
}
