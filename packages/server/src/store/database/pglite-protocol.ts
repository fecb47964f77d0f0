/** The messages between the main thread and the thread in which the embedded database runs. */

/** How the database is opened: a directory, or memory; from a dump of an earlier one, if given. */
export type PgliteOptions = {
  readonly directory?: string;
  readonly snapshot?: ArrayBuffer;
};

export type Call =
  | { readonly kind: 'query'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly kind: 'script'; readonly sql: string }
  | { readonly kind: 'listen'; readonly channel: string }
  | { readonly kind: 'unlisten'; readonly channel: string }
  | { readonly kind: 'dump' }
  | { readonly kind: 'close' };

export type Request = { readonly id: number; readonly call: Call };

/** An error as data: what a structured clone would lose of it. */
export type ErrorData = {
  readonly message: string;
  /** Whether PostgreSQL itself reported it, so that the database goes on. */
  readonly reported: boolean;
  readonly fields: Readonly<Record<string, string>>;
};

export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unopened'; readonly error: ErrorData }
  /** PostgreSQL gave up in the middle of a call, which will never be answered. */
  | { readonly kind: 'aborted'; readonly error: ErrorData }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly error: ErrorData }
  | { readonly kind: 'notification'; readonly channel: string; readonly payload: string };
