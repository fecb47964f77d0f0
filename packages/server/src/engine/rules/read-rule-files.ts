/** Reads the rules of a directory `checks`. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type PlacedRule, type RuleFile, readRules } from './read-rules.ts';

const longest = 1_000_000;

/** The folder of the data directory that holds rules. */
export const rulesFolder = 'checks';

/** All rules of the data directory, in the order of their files' names; one that cannot be read is a problem, and not absent. */
export function readRuleFiles(dataDirectory: string): RuleFile {
  const names = namesIn(join(dataDirectory, rulesFolder));
  if (names instanceof Error) return unreadable(rulesFolder, names.message);
  const files = names.map((name) =>
    readRuleFile(join(dataDirectory, rulesFolder, name), `${rulesFolder}/${name}`),
  );
  const rules: readonly PlacedRule[] = files.flatMap((file) => file.rules);
  return { rules, problems: files.flatMap(({ problems }) => problems) };
}

/** One file; `name` is what it is called in what is told of it. */
export function readRuleFile(path: string, name: string): RuleFile {
  try {
    if (statSync(path).size > longest) return unreadable(name, `it is longer than ${longest / 1_000_000} MB`);
    return readRules(name, readFileSync(path, 'utf8'));
  } catch (error) {
    return unreadable(name, codeOf(error));
  }
}

function namesIn(directory: string): readonly string[] | Error {
  try {
    return readdirSync(directory)
      .filter((name) => /^[^.].*\.ya?ml$/.test(name))
      .toSorted();
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' ? [] : new Error(code);
  }
}

function unreadable(file: string, why: string): RuleFile {
  const problem = `it cannot be read (${why}): make it readable, or remove it`;
  return { rules: [], problems: [{ file, rule: undefined, line: 1, column: 1, problem }] };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
