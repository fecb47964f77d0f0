/** Says in one line what a check threw, without repeating what was in the config. */

const longest = 300;
const shortestHidden = 4;

/** The error's name and message; quoted text and every string of the config are left out, because either may be a secret. */
export function failureText(error: unknown, config: unknown): string {
  const text =
    error instanceof Error ? `${error.name}: ${error.message}` : 'threw something that is no Error';
  const line = hideStrings(text, config)
    .replace(/".*"|".*$/s, '"…"')
    .replaceAll(/`[^`]*`/g, '`…`')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

function hideStrings(text: string, config: unknown): string {
  let hidden = text;
  // The longest first, so that no part of a long value survives the hiding of a shorter one inside it.
  for (const value of stringsOf(config).toSorted((a, b) => b.length - a.length)) {
    hidden = hidden.replaceAll(value, '…');
  }
  return hidden;
}

function stringsOf(value: unknown): readonly string[] {
  const found = new Set<string>();
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string' && next.length >= shortestHidden) found.add(next);
    if (typeof next === 'object' && next !== null)
      for (const inner of Object.values(next)) waiting.push(inner);
  }
  return [...found];
}
