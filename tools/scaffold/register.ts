/** Adds a unit to an explicit list of a plugin: its technologies, or the checks of one. */

export type Registration = {
  /** The identifier that the unit's file exports. */
  readonly name: string;
  /** As written in the import, such as `./checks/no-lifecycle.ts`. */
  readonly from: string;
  readonly list: 'technologies' | 'checks';
};

/** The file's text with one more import and one more element; throws when it has no such list. */
export function register(file: string, { name, from, list }: Registration): string {
  const lines = file.split('\n');
  const last = lines.findLastIndex((line) => line.startsWith('import '));
  lines.splice(last + 1, 0, `import { ${name} } from '${from}';`);
  const text = lines.join('\n');
  const opening = new RegExp(`(\\b${list}(?:: [\\w ]+\\[\\] =|:) \\[)([^\\]]*)\\]`);
  if (!opening.test(text)) throw new Error(`the file has no list ${list}`);
  return text.replace(
    opening,
    (_, start: string, elements: string) => `${start}${withElement(elements, name)}]`,
  );
}

function withElement(elements: string, name: string): string {
  const trimmed = elements.trimEnd().replace(/,$/, '');
  return trimmed.trim() === '' ? name : `${trimmed}, ${name}`;
}
