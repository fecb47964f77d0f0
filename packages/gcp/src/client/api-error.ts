/** What Google answered instead of success, kept whole until it is classified. */

/** The names under which Google knows the project that an account is about. */
export type Target = { readonly projectId: string; readonly projectNumber: string };

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  /** As JSON; undefined when the answer was none. */
  readonly body: unknown;
  /** `retry-after` and `date`. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The project that was asked about; undefined where the call is about no single project. */
  readonly target: Target | undefined;

  constructor(answer: {
    readonly status: number;
    readonly body: unknown;
    readonly headers?: Readonly<Record<string, string | undefined>>;
    readonly target?: Target | undefined;
  }) {
    super(`Google answered with HTTP ${answer.status}`);
    this.status = answer.status;
    this.body = answer.body;
    this.headers = answer.headers ?? {};
    this.target = answer.target;
  }
}

/** Success that Google cannot have given, such as the page of a proxy: read as an answer, it would be a listing of nothing. */
export class ForeignAnswer extends Error {
  override readonly name = 'ForeignAnswer';
}
