/** How issues are grouped: which groups there are, in which order, and which are open at first. */
import type { Check } from '../../api/catalogue.ts';
import type { IssueFacets } from '../../api/facets.ts';
import { markTerms } from '../../components/query/mark-terms.ts';

export const groupings = ['check', 'account', 'technology', 'none'] as const;
export type Grouping = (typeof groupings)[number];

/** By check unless the address says otherwise. */
export function groupingOf(text: string | undefined): Grouping {
  return groupings.find((grouping) => grouping === text) ?? 'check';
}

const keys: Readonly<Record<Exclude<Grouping, 'none'>, readonly string[]>> = {
  check: ['check'],
  account: ['account'],
  technology: ['technology', 'tech'],
};

/**
 * The grouping that can be shown: the counts by check leave out what the query says of checks, so a query that
 * speaks of them is shown without groups.
 */
export function possibleGrouping(grouping: Grouping, query: string): Grouping {
  if (grouping === 'none') return grouping;
  const spoken = markTerms(query).flatMap(({ kind, text }) => (kind === 'key' ? [text.toLowerCase()] : []));
  const own = keys[grouping];
  return spoken.some((text) =>
    own.some((key) => text.startsWith(key) && !/[a-z-]/.test(text.charAt(key.length))),
  )
    ? 'none'
    : grouping;
}

/** Issues in groups that are not listed: only the largest are. */
export function notGrouped({ total, atLeast }: IssueFacets, groups: readonly Group[]): NotGrouped {
  const count = Math.max(0, total - groups.reduce((sum, { count: here }) => sum + here, 0));
  return { count, isAll: !atLeast };
}

export type NotGrouped = {
  readonly count: number;
  /** False where the search finds more than is counted: there may be groups that nobody saw. */
  readonly isAll: boolean;
};

export type Group = {
  readonly value: string;
  readonly count: number;
  /** Of checks: what they report, unless a finding has a score of its own. */
  readonly score: number | undefined;
};

/** The scores of a severity. */
export type Band = { readonly severity: string; readonly from: number; readonly to: number };

/** From the gravest; what is in none of them does not score. */
export const bands: readonly Band[] = [
  { severity: 'critical', from: 9, to: 10 },
  { severity: 'high', from: 6, to: 8 },
  { severity: 'medium', from: 3, to: 5 },
  { severity: 'low', from: 1, to: 2 },
];

const unscored: Band = { severity: 'informational', from: 0, to: 0 };

/** The gravest band in which each check found something; the counts are given band by band. */
export function gravestOf(found: readonly (IssueFacets | undefined)[]): ReadonlyMap<string, Band> {
  const gravest = new Map<string, Band>();
  for (const [index, facets] of found.entries()) {
    const band = bands[index];
    for (const { value } of facets?.facets['check'] ?? [])
      if (band !== undefined && !gravest.has(value)) gravest.set(value, band);
  }
  return gravest;
}

type Known = {
  readonly checks: ReadonlyMap<string, Check>;
  /** Undefined: every issue is taken to have the score of its check. */
  readonly gravest?: ReadonlyMap<string, Band> | undefined;
};

/** The check with the gravest issue first, then the one that found most; accounts and technologies by how much they have. */
export function groupsOf(
  facets: IssueFacets,
  grouping: Exclude<Grouping, 'none'>,
  { checks, gravest }: Known,
): readonly Group[] {
  const groups = (facets.facets[grouping] ?? []).map(({ value, count }): Group => {
    const check = grouping === 'check' ? checks.get(value) : undefined;
    const { from, to } = gravest === undefined ? { from: 0, to: 10 } : (gravest.get(value) ?? unscored);
    const score = check && (check.ownScore ?? check.score);
    // An issue may score less or more than its check: then the band of the gravest is what is known of it.
    return { value, count, score: score === undefined ? undefined : Math.max(from, Math.min(to, score)) };
  });
  return groups.toSorted((one, other) => (other.score ?? 0) - (one.score ?? 0) || other.count - one.count);
}

const openRows = 40;

/** As many from the top as fill the screen. */
export function openAtFirst(groups: readonly Group[]): ReadonlySet<string> {
  const open = new Set<string>();
  let rows = 0;
  for (const { value, count } of groups) {
    if (rows >= openRows) break;
    open.add(value);
    rows += count;
  }
  return open;
}

/** The titles that more than one check has. */
export function sharedTitles(checks: ReadonlyMap<string, Check>): ReadonlySet<string> {
  const byTitle = Map.groupBy(checks.values(), ({ title }) => title);
  return new Set([...byTitle].flatMap(([title, { length }]) => (length > 1 ? [title] : [])));
}
