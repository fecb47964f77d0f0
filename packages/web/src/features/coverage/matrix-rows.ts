/** Matrices from cells: one for each type of account, rows that could not be looked at first. */
import type { Account } from '../../api/accounts.ts';
import { type CellState, type Looked, ranks, stateOf } from './cell-state.ts';
import type { Cell, Scope } from './coverage-queries.ts';

export type MatrixCell = {
  readonly cell: Cell | undefined;
  readonly state: CellState;
  readonly technology: string;
  readonly looked: Looked;
};

export type MatrixRow = {
  readonly accountId: string;
  readonly account: string;
  readonly cells: readonly MatrixCell[];
  /** The state that most needs a hand. */
  readonly worst: CellState;
  readonly failed: number;
};

export type Matrix = {
  /** The type of its accounts. */
  readonly type: string;
  readonly technologies: readonly string[];
  readonly rows: readonly MatrixRow[];
};

export type MatrixInput = {
  readonly cells: readonly Cell[];
  readonly accounts: readonly Pick<Account, 'id' | 'name' | 'type' | 'active' | 'thirdParty'>[];
  /** Minutes between two looks at a technology. */
  readonly minutesOf: (technology: string) => number;
  readonly now: Date;
};

/** Types in the order of their names. */
export function matricesOf(input: MatrixInput): readonly Matrix[] {
  const cellsOf = Map.groupBy(input.cells, ({ accountId }) => accountId);
  const shown = input.accounts.filter(
    ({ id, active, thirdParty }) => cellsOf.has(id) || (active && !thirdParty),
  );
  return [...Map.groupBy(shown, ({ type }) => type)]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([type, accounts]) => {
      const cells = accounts.flatMap(({ id }) => cellsOf.get(id) ?? []);
      const technologies = [...new Set(cells.map(({ technology }) => technology))].toSorted(compare);
      const rows = accounts.map(({ id, name }) =>
        rowOf({ id, name, technologies, cells: cellsOf.get(id) ?? [] }, input),
      );
      return { type, technologies, rows: rows.toSorted(byNeed) };
    });
}

/** The permission that was missing; a call that failed otherwise lacks none. */
export function permissionOf(failure: Scope['failure']): string | undefined {
  const isDenied = failure?.class === 'access_denied' || failure?.class === 'organization_denied';
  return isDenied ? failure?.permission : undefined;
}

type RowInput = {
  readonly id: string;
  readonly name: string;
  readonly technologies: readonly string[];
  readonly cells: readonly Cell[];
};

/** An account that was never looked at has no cell yet: all of it waits. */
function rowOf({ id, name, technologies, cells: own }: RowInput, { minutesOf, now }: MatrixInput): MatrixRow {
  const byTechnology = new Map(own.map((cell) => [cell.technology, cell]));
  const cells = technologies.map((technology) => {
    const cell = byTechnology.get(technology);
    const looked = { now, minutes: minutesOf(technology) };
    const state = own.length === 0 ? 'waiting' : stateOf(cell, looked);
    return { cell, technology, looked, state };
  });
  const states: readonly CellState[] = cells.map(({ state }) => state);
  return {
    accountId: id,
    account: name,
    cells,
    worst: states.toSorted((a, b) => ranks[a] - ranks[b])[0] ?? 'waiting',
    failed: own.reduce((sum, { scopes }) => sum + scopes.failed, 0),
  };
}

/** The worst state first, in it the most scopes that failed, then by name. */
function byNeed(a: MatrixRow, b: MatrixRow): number {
  return ranks[a.worst] - ranks[b.worst] || b.failed - a.failed || compare(a.account, b.account);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** So many complete rows are shown before they fold. */
const mostComplete = 12;

export type Folded = { readonly shown: readonly MatrixRow[]; readonly folded: readonly MatrixRow[] };

/** Complete rows fold into one when they are many; a chosen one never hides. */
export function foldedOf(rows: readonly MatrixRow[], isOpen: boolean, chosen: string | undefined): Folded {
  const complete = rows.filter(({ worst }) => worst === 'complete');
  if (isOpen || complete.length <= mostComplete) return { shown: rows, folded: [] };
  const hides = ({ worst, accountId }: MatrixRow): boolean => worst === 'complete' && accountId !== chosen;
  return { shown: rows.filter((row) => !hides(row)), folded: rows.filter(hides) };
}

/** How old the oldest look in a row is, as words: "9 d", "frozen", "first look". */
export function oldestOf({ cells, worst }: MatrixRow, words: (at: string) => string): string {
  if (worst === 'frozen') return 'frozen';
  const there = cells.flatMap(({ cell }) => (cell === undefined ? [] : [cell]));
  const looked = there.filter(({ scopes }) => scopes.complete + scopes.failed + scopes.never > 0);
  const times = looked.map(({ allCompleteSince }) => allCompleteSince);
  const known = times.filter((time) => time !== null).toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const [oldest] = known;
  if (known.length < times.length || oldest === undefined)
    return looked.some(({ scopes }) => scopes.failed > 0) ? 'never complete' : 'first look';
  return words(oldest);
}
