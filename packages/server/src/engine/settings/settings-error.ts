/** A setting that does not exist or does not take the value; the command line and the API render it. */
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
}
