/** What a cell of the matrix is: complete, late, partly or not at all looked at, and the words for it. */
import { counted, listed, number } from '../../words/count.ts';
import { age } from '../../words/time.ts';
import { classWords } from './class-words.ts';
import type { Cell } from './coverage-queries.ts';

export type CellState =
  | 'unseen'
  | 'partly'
  | 'inPart'
  | 'late'
  | 'running'
  | 'waiting'
  | 'frozen'
  | 'complete'
  | 'absent';

const minute = 60_000;

export type Looked = {
  readonly now: Date;
  /** Minutes between two looks. */
  readonly minutes: number;
};

export function scopesOf({ scopes }: Pick<Cell, 'scopes'>): number {
  const { complete, failed, frozen, never } = scopes;
  return complete + failed + frozen + never;
}

export function stateOf(cell: Cell | undefined, looked: Looked): CellState {
  if (cell === undefined || scopesOf(cell) === 0) return 'absent';
  const { complete, failed, frozen, never } = cell.scopes;
  if (failed > 0) return complete + never === 0 ? 'unseen' : 'partly';
  if (never > 0) return cell.running ? 'running' : 'waiting';
  if (complete === 0 && frozen > 0) return 'frozen';
  if (cell.unknowns.checks > 0) return 'inPart';
  return isLate(cell, looked) ? 'late' : 'complete';
}

/** A whole look was missed: its time is over by more than the time between two looks. */
function isLate({ running, nextRun, allCompleteSince }: Cell, { now, minutes }: Looked): boolean {
  if (running || allCompleteSince === null) return false;
  const between = minutes * minute;
  const due = nextRun === null ? Date.parse(allCompleteSince) + between : Date.parse(nextRun);
  return now.getTime() > due + between;
}

/** How long ago the whole cell was last complete; undefined where it never was. */
export function ageOf({ allCompleteSince }: Pick<Cell, 'allCompleteSince'>, now: Date): string | undefined {
  return allCompleteSince === null ? undefined : age(now.getTime() - Date.parse(allCompleteSince));
}

/** Short, for a cell: the larger unit only. */
export function shortAge(words: string): string {
  return words.split(' ').slice(0, 2).join(' ');
}

export type Named = {
  readonly cell: Cell | undefined;
  readonly state: CellState;
  readonly account: string;
  readonly technology: string;
  readonly looked: Looked;
};

/** The name of a cell for who cannot see it: "aws.s3-bucket in prod: could not look at 5 of 17 regions, …". */
export function cellName(named: Named): string {
  const { account, technology } = named;
  return `${technology} in ${account}: ${wordsOf(named)}`;
}

function wordsOf({ cell, state, looked }: Named): string {
  if (cell === undefined) return state === 'waiting' ? 'waiting for the first look' : 'not in use';
  const { scopes } = cell;
  const all = scopesOf(cell);
  const regions = (count: number): string =>
    count === all ? countedScopes(all) : `${number(count)} of ${countedScopes(all)}`;
  const running = cell.running ? ', being looked at now' : '';
  const since = ageOf(cell, looked.now);
  const words: Readonly<Record<CellState, string>> = {
    absent: 'not in use',
    unseen: `could not look at any of ${countedScopes(all)}, ${reasonsOf(cell)}${running}`,
    partly: `could not look at ${regions(scopes.failed)}, ${reasonsOf(cell)}${running}`,
    inPart: `complete, and ${counted(cell.unknowns.checks, 'check is', 'checks are')} unknown, ${reasonsOf(cell)}`,
    late: `late, last complete ${since ?? 'never'} ago`,
    running: `${regions(scopes.never)} being looked at for the first time`,
    waiting: `${regions(scopes.never)} waiting for the first look`,
    frozen: `frozen, ${reasonsOf(cell)}`,
    complete: `complete${since === undefined ? '' : `, ${since} ago`}${frozenWords(scopes.frozen)}${running}`,
  };
  return words[state];
}

function countedScopes(count: number): string {
  return counted(count, 'region');
}

function frozenWords(frozen: number): string {
  return frozen === 0 ? '' : `, ${counted(frozen, 'region')} frozen`;
}

function reasonsOf({ classes, permissions }: Cell): string {
  const given = Object.keys(classes).map((failure) => classWords(failure).toLowerCase());
  const reasons = given.length === 0 ? ['missing permission'] : given;
  return [listed(reasons), listed(permissions.slice(0, 3))].filter((part) => part !== '').join(' ');
}

/** Lines up what needs a hand first. */
export const ranks: Readonly<Record<CellState, number>> = {
  unseen: 0,
  partly: 1,
  inPart: 2,
  late: 3,
  running: 4,
  waiting: 5,
  frozen: 6,
  complete: 7,
  absent: 8,
};
