/** A setting that does not exist, does not take the value, or was changed meanwhile; the command line and the API render it. */
import type { z } from 'zod';

/** What is wrong at one place in the value: the way there by keys and positions, none for the value as a whole. */
export type SettingProblem = { readonly path: readonly string[]; readonly problem: string };

type Said = {
  readonly problem: string;
  /** Every problem with its place; none when no value was looked at. */
  readonly problems?: readonly SettingProblem[];
};

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly kind: 'unknown' | 'invalid' | 'changed';
  readonly key: string;
  readonly problem: string;
  readonly problems: readonly SettingProblem[];

  constructor(kind: SettingsError['kind'], key: string, { problem, problems = [] }: Said) {
    super(`${key}: ${problem}`);
    this.kind = kind;
    this.key = key;
    this.problem = problem;
    this.problems = problems;
  }

  /** Of a value that its schema refuses: the message tells the first problem and its place, from the part of the setting at `within` on. */
  static of(key: string, { issues }: z.ZodError, within: readonly string[] = []): SettingsError {
    const problems = issues.map(({ path, message }) => ({
      path: [...within, ...path.map(String)],
      problem: message,
    }));
    const [first = { path: [], problem: 'has an invalid value' }] = problems;
    const place = first.path.length > 0 ? `at ${first.path.join('.')}: ` : '';
    return new SettingsError('invalid', key, { problem: `${place}${first.problem}`, problems });
  }
}
