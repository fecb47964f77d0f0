/** The rows that commands print under --json, as far as the tests read them, and how they are compared with the tables. */
import type { CommandLine as Whole } from './command-line.ts';

type CommandLine = Pick<Whole, 'json'>;

export type ItemRow = {
  readonly id: string;
  readonly account: string;
  readonly technology: string;
  readonly region: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly openIssues: number;
  readonly score: number;
  readonly unknowns: number;
  readonly status: string;
  readonly identity: string;
  readonly providerName: string;
  readonly lastChanged: string;
};

export type IssueRow = {
  readonly id: string;
  readonly item: string;
  readonly account: string;
  readonly technology: string;
  readonly region: string;
  readonly name: string;
  readonly check: string;
  readonly message: string;
  readonly subject: Readonly<Record<string, string | number | boolean>>;
  readonly score: number;
  readonly status: string;
  readonly text: string;
  readonly unverifiedSince: string | null;
};

export type CoverageRow = {
  readonly account: string;
  readonly technology: string;
  readonly region: string;
  readonly state: string;
  readonly listed: number;
  readonly held: number;
  readonly failure: {
    readonly class: string;
    readonly permission?: string;
    readonly operation?: string;
  } | null;
};

export type RevisionRow = { readonly id: string; readonly kind: string; readonly summary: string };

/** A thing to fix. */
export type Complaint = {
  readonly permission: string | null;
  readonly class: string;
  readonly operation: string | null;
  readonly toFix: boolean;
  readonly fix: string;
};

type Parsed<Row> = Promise<readonly Row[]>;

/** The commands' output in these types; the shapes are asserted by a test of their own. */
export const readItems = async (line: CommandLine, ...query: readonly string[]): Parsed<ItemRow> =>
  (await line.json('items', ...query)) as readonly unknown[] as readonly ItemRow[];

export const readIssues = async (line: CommandLine, ...query: readonly string[]): Parsed<IssueRow> =>
  (await line.json('issues', ...query)) as readonly unknown[] as readonly IssueRow[];

export const readCoverage = async (line: CommandLine): Parsed<CoverageRow> =>
  (await line.json('coverage')) as readonly unknown[] as readonly CoverageRow[];

export const readHistory = async (line: CommandLine, item: string): Parsed<RevisionRow> =>
  (await line.json('item', 'history', item)) as readonly unknown[] as readonly RevisionRow[];

export const readComplaints = async (line: CommandLine): Parsed<Complaint> => {
  const rows = (await line.json('doctor')) as readonly unknown[] as readonly Complaint[];
  return rows.filter(({ toFix }) => toFix);
};

type Place = Pick<ItemRow, 'account' | 'technology' | 'region' | 'name'>;

/** What the tables know a resource by. */
export function placeOf({ account, technology, region, name }: Place): string {
  return `${account} ${technology} ${region} ${name}`;
}

/** An issue in the words of the tables: `check message key=value … (score)`. */
export function issueText({ technology, check, message, subject, score }: IssueRow): string {
  const parts = Object.keys(subject)
    .toSorted()
    .map((key) => `${key}=${String(subject[key])}`);
  return [check.replace(`${technology}.`, ''), message, ...parts, `(${score})`].join(' ');
}

/** Rows with the names that the tables use instead of those that the emulator makes up. */
export function inTables<Row extends Pick<ItemRow, 'name'>>(
  nameOf: (name: string) => string,
  rows: readonly Row[],
): readonly Row[] {
  return rows.map((row) => ({ ...row, name: nameOf(row.name) }));
}

/** The same of issues, whose subjects hold such names, too. */
export function issuesInTables(
  nameOf: (name: string) => string,
  rows: readonly IssueRow[],
): readonly IssueRow[] {
  return inTables(nameOf, rows).map((row) => {
    const subject = Object.entries(row.subject).map(([key, value]) => [key, nameOf(String(value))]);
    return { ...row, subject: Object.fromEntries(subject) };
  });
}

/** Every place that has issues, with them in order. */
export function issuesByPlace(issues: readonly IssueRow[]): Readonly<Record<string, readonly string[]>> {
  const byPlace = Map.groupBy(issues, placeOf);
  return Object.fromEntries([...byPlace].map(([place, found]) => [place, found.map(issueText).toSorted()]));
}
