/** The share of lines that stand in a run of six lines which another file has too. */
import type { SourceFile } from './sources.ts';

const windowLength = 6;

export type Duplication = { readonly share: number; readonly pairs: readonly string[] };

/** Imports, blank lines, comments and lone punctuation do not count. */
export function duplication(files: readonly SourceFile[]): Duplication {
  const lines = files.map((file) => ({ path: file.path, lines: meaningfulLines(file.text) }));
  const places = new Map<string, Set<string>>();
  for (const { path, lines: own } of lines) {
    for (const window of windowsOf(own)) places.set(window, (places.get(window) ?? new Set()).add(path));
  }
  let total = 0;
  let repeated = 0;
  const pairs = new Set<string>();
  for (const { lines: own } of lines) {
    const marked = new Set<number>();
    for (const [index, window] of windowsOf(own).entries()) {
      const owners = places.get(window) ?? new Set();
      if (owners.size < 2) continue;
      pairs.add([...owners].join(' ~ '));
      for (let offset = 0; offset < windowLength; offset += 1) marked.add(index + offset);
    }
    total += own.length;
    repeated += marked.size;
  }
  return { share: total === 0 ? 0 : repeated / total, pairs: [...pairs] };
}

function meaningfulLines(text: string): readonly string[] {
  return text
    .replace(/^import [\s\S]*?;$/gm, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\w/.test(line) && !/^(\/\/|\/\*|\*)/.test(line));
}

function windowsOf(lines: readonly string[]): readonly string[] {
  const count = Math.max(0, lines.length - windowLength + 1);
  return Array.from({ length: count }, (_, start) => lines.slice(start, start + windowLength).join('\n'));
}
