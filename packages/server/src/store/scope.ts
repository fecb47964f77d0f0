/** What one listing covers: the unit of collection, failure and freshness. */

export type Scope = {
  readonly accountId: string;
  readonly technology: string;
  /** A region's name or `global`. */
  readonly region: string;
};
