/** Adds a unit to the explicit lists of a plugin's entry. */

export type Registration = {
  /** The identifier that the unit's file exports. */
  readonly name: string;
  /** As written in the entry's import, such as `./s3-bucket/checks/no-lifecycle.ts`. */
  readonly from: string;
  readonly list: 'accountTypes' | 'watchers' | 'checks' | 'alerters';
};

/** The entry's text with one more import and one more element; throws when it has no such list. */
export function register(entry: string, { name, from, list }: Registration): string {
  const lines = entry.split('\n');
  const last = lines.findLastIndex((line) => line.startsWith('import '));
  lines.splice(last + 1, 0, `import { ${name} } from '${from}';`);
  const text = lines.join('\n');
  const opening = new RegExp(`(\\n\\s*${list}: \\[)([^\\]]*)\\]`);
  if (!opening.test(text)) throw new Error(`the entry has no list ${list}`);
  return text.replace(
    opening,
    (_, start: string, elements: string) => `${start}${withElement(elements, name)}]`,
  );
}

function withElement(elements: string, name: string): string {
  const trimmed = elements.trimEnd().replace(/,$/, '');
  return trimmed.trim() === '' ? name : `${trimmed}, ${name}`;
}
