/** All cells together: how much was looked at, and what failed in which way. */
import type { Cell } from './coverage-queries.ts';

/** These freeze a scope: there is nothing to look at for now. A test compares them with those of the server. */
export const freezing: ReadonlySet<string> = new Set([
  'account_suspended',
  'region_disabled',
  'api_disabled',
  'switched_off',
  'plugin_missing',
]);

export type Totals = {
  readonly complete: number;
  readonly failed: number;
  readonly frozen: number;
  readonly never: number;
  readonly all: number;
  /** Since when the oldest failure lasts. */
  readonly failingSince: string | null;
  /** The oldest complete look among those that were all complete. */
  readonly oldest: string | null;
};

export function totalsOf(cells: readonly Cell[]): Totals {
  const sum = (state: keyof Cell['scopes']): number =>
    cells.reduce((total, { scopes }) => total + scopes[state], 0);
  const [complete, failed, frozen, never] = [sum('complete'), sum('failed'), sum('frozen'), sum('never')];
  return {
    complete,
    failed,
    frozen,
    never,
    all: complete + failed + frozen + never,
    failingSince: earliest(cells.map(({ failingSince }) => failingSince)),
    oldest: earliest(cells.map(({ allCompleteSince }) => allCompleteSince)),
  };
}

function earliest(times: readonly (string | null)[]): string | null {
  const given = times.filter((time) => time !== null);
  return given.reduce<string | null>(
    (first, time) => (first === null || Date.parse(time) < Date.parse(first) ? time : first),
    null,
  );
}

export type ClassFigure = {
  readonly class: string;
  readonly scopes: number;
  /** The cell with most of them. */
  readonly first: Cell;
  readonly cells: number;
};

/** What failed, the most frequent first; what froze is no failure. */
export function failuresOf(cells: readonly Cell[]): readonly ClassFigure[] {
  return figuresOf(cells).filter((figure) => !freezing.has(figure.class));
}

export function freezesOf(cells: readonly Cell[]): readonly ClassFigure[] {
  return figuresOf(cells).filter((figure) => freezing.has(figure.class));
}

function figuresOf(cells: readonly Cell[]): readonly ClassFigure[] {
  const parts = cells.flatMap((cell) =>
    Object.entries(cell.classes).map(([failure, scopes]) => ({ failure, scopes, cell })),
  );
  return [...Map.groupBy(parts, ({ failure }) => failure)]
    .flatMap(([failure, found]) => {
      const [most] = found.toSorted((a, b) => b.scopes - a.scopes);
      if (most === undefined) return [];
      const scopes = found.reduce((sum, part) => sum + part.scopes, 0);
      return [{ class: failure, scopes, first: most.cell, cells: found.length }];
    })
    .toSorted((a, b) => b.scopes - a.scopes);
}

export type UnreadFigure = { readonly checks: number; readonly items: number };

/** What was listed and could be read in part only. */
export function unreadOf(cells: readonly Pick<Cell, 'unknowns'>[]): UnreadFigure {
  return {
    checks: cells.reduce((sum, { unknowns }) => sum + unknowns.checks, 0),
    items: cells.reduce((sum, { unknowns }) => sum + unknowns.items, 0),
  };
}
