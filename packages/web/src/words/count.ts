/** Numbers and what they count. */

const grouped = new Intl.NumberFormat('en-US');

/** "38,214" */
export function number(count: number): string {
  return grouped.format(count);
}

/** "1 issue", "12 issues" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** Short for navigation: "184", "38.2k", "1.2M". */
export function short(count: number): string {
  if (count < 10_000) return number(count);
  const [divisor, letter] = count < 1_000_000 ? [1_000, 'k'] : [1_000_000, 'M'];
  return `${(Math.floor(count / (divisor / 10)) / 10).toFixed(1).replace(/\.0$/, '')}${letter}`;
}

/** A count that rests on what could be looked at: "at least 184" where something could not. */
export function atLeast(count: number, isComplete: boolean): string {
  return isComplete ? number(count) : `at least ${number(count)}`;
}

/** "a, b and c" */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** A name that its provider writes so, such as `allUsers` or `sqs:SendMessage`. */
const beginsWithName = /^[a-z]\S*(?:[A-Z_/]|[:.]\w)/;

/** With a capital at the beginning, unless a name stands there. */
export function sentence(text: string): string {
  if (beginsWithName.test(text)) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
