/** What both engines offer below kysely: sessions, one statement at a time, transactions written out. */

export type Result = { readonly rows: readonly unknown[]; readonly affected: number | undefined };

/** The exclusive use of one connection. */
export type Session = {
  readonly query: (sql: string, parameters: readonly unknown[]) => Promise<Result>;
  /** Runs statements without parameters, as many as the text has; the rows of all of them. */
  readonly script: (sql: string) => Promise<readonly unknown[]>;
  readonly release: () => void;
};

export type Listener = { readonly close: () => Promise<void> };

export type Sessions = {
  readonly acquire: () => Promise<Session>;
  /** `onReady` is called whenever listening has begun (again), since notifications may have been missed before. */
  readonly listen: (
    channel: string,
    onNotification: (payload: string) => void,
    onReady: () => void,
  ) => Promise<Listener>;
  readonly close: () => Promise<void>;
};
