/** What happened, item by item, the gravest first. Pure. */
import type { ToldAccount, ToldIssue, ToldItem } from './told.ts';

export type Entry = {
  readonly item: string;
  readonly account: ToldAccount;
  readonly technology: string;
  readonly region: string;
  readonly name: string;
  readonly at: Date;
  /** Its revisions, in order. */
  readonly revisions: readonly ToldItem[];
  /** The worst first. */
  readonly issues: readonly ToldIssue[];
  /** The highest score of those that were opened; -1 where none was. */
  readonly worst: number;
};

export function entriesOf(items: readonly ToldItem[], issues: readonly ToldIssue[]): readonly Entry[] {
  const revisions = Map.groupBy(items, ({ item }) => item);
  const ofItem = Map.groupBy(issues, ({ item }) => item);
  const all = new Set([...revisions.keys(), ...ofItem.keys()]);
  return [...all]
    .flatMap((item) => entryOf(revisions.get(item) ?? [], ofItem.get(item) ?? []))
    .toSorted(byGravity);
}

function entryOf(revisions: readonly ToldItem[], issues: readonly ToldIssue[]): readonly Entry[] {
  const place = revisions.at(-1) ?? issues.at(-1);
  if (place === undefined) return [];
  const { item, account, technology, region, name, at } = place;
  const opened = issues.filter(({ change }) => change !== 'fixed');
  const worst = Math.max(-1, ...opened.map(({ score }) => score));
  return [{ item, account, technology, region, name, at, revisions, issues, worst }];
}

function byGravity(a: Entry, b: Entry): number {
  return b.worst - a.worst || b.issues.length - a.issues.length || a.at.getTime() - b.at.getTime();
}
