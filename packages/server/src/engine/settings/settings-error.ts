/** A setting that does not exist or does not take the value; the command line and the API render it. */
import type { z } from 'zod';

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly kind: 'unknown' | 'invalid';
  readonly key: string;
  readonly problem: string;

  constructor(kind: 'unknown' | 'invalid', key: string, problem: string) {
    super(`${key}: ${problem}`);
    this.kind = kind;
    this.key = key;
    this.problem = problem;
  }

  /** Of a value that its schema refuses: the first problem and its place, from the part of the setting at `within` on. */
  static of(key: string, { issues: [issue] }: z.ZodError, within: readonly string[] = []): SettingsError {
    if (issue === undefined) return new SettingsError('invalid', key, 'has an invalid value');
    const path = [...within, ...issue.path.map(String)];
    const place = path.length > 0 ? `at ${path.join('.')}: ` : '';
    return new SettingsError('invalid', key, `${place}${issue.message}`);
  }
}
