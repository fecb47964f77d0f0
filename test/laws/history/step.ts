/** One scan as the oracle sees it: the store before and after, and what was really there all the while. */
import type { Row } from '../../../packages/server/src/store/schema.ts';
import type { CheckId } from './plan.ts';
import type { Snapshot } from './snapshot.ts';
import type { Scanned } from './stage.ts';
import type { Judged, Real, Surroundings } from './truth.ts';

export type Step = {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly real: readonly Real[];
  readonly scanned: Scanned;
  readonly around: Surroundings;
  /** `account region` of the regions that are switched off. */
  readonly off: ReadonlySet<string>;
  readonly settings: ReadonlyMap<CheckId, { readonly enabled: boolean; readonly score?: number }>;
};

/** A law that does not hold, as the name of the rule and what contradicts it. */
export class BrokenLaw extends Error {
  override readonly name = 'BrokenLaw';
}

export function hold(isTrue: boolean, rule: string, details: unknown): void {
  if (!isTrue) throw new BrokenLaw(`${rule}: ${JSON.stringify(details)}`);
}

/** The resource that an item stands for. */
export function resourceOf(
  { after, real }: Pick<Step, 'after' | 'real'>,
  item: Row<'item'>,
): Real | undefined {
  const account = after.accounts.get(item.account_id)?.identifier;
  return real.find(
    (one) => one.account === account && one.technology === item.technology && one.identity === item.identity,
  );
}

/** An item as the checks see it. */
export function judgedOf({ attached }: Snapshot, item: Row<'item'>): Judged {
  return {
    technology: item.technology,
    config: item.config,
    attached: attached.get(item.id) ?? [],
    unreadable: item.unreadable.map(({ path }) => path),
  };
}

/** Of the items of a lineage the one that has its issues: the youngest that exists, else the youngest. */
export function ownersOf({ items }: Snapshot): ReadonlyMap<string, Row<'item'>> {
  const owners = new Map<string, Row<'item'>>();
  for (const item of items.values()) {
    const key = lineageOf(item);
    const other = owners.get(key);
    if (other === undefined || rank(item) > rank(other)) owners.set(key, item);
  }
  return owners;
}

function rank(item: Row<'item'>): string {
  return `${item.status === 'deleted' ? 0 : 1} ${item.first_seen.toISOString()} ${item.id}`;
}

export function lineageOf({
  account_id,
  technology,
  lineage,
}: Pick<Row<'item'>, 'account_id' | 'technology' | 'lineage'>): string {
  return `${account_id} ${technology} ${lineage}`;
}

/** Whether the audit that followed the scan looked at everything of a technology. */
export function wasAudited({ scanned }: Step, technology: string): boolean {
  return !scanned.aborted && scanned.technologies.includes(technology);
}
