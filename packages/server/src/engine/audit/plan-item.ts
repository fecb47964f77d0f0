/** What an audit has to do about one item: which checks have to run, and why. Pure. */
import { type JsonValue, type RelatedListing, relationPath } from '@security-monkey/sdk';
import type { Row } from '../../store/schema.ts';
import type { AuditInput } from '../judge.ts';
import { isFromOtherWatcher } from '../record/recorder.ts';
import { wholeItem } from '../record/unreadable.ts';
import { ignoredBy } from '../settings/is-ignored.ts';
import type { AuditContext } from './audit-context.ts';
import type { Cause } from './cause.ts';
import type { PlannedCheck } from './check-plan.ts';
import { again } from './enqueue.ts';
import { causeOf, digestPart, fingerprint } from './fingerprint.ts';
import type { PendingItem } from './pending-page.ts';

export type PlannedRun = {
  readonly planned: PlannedCheck;
  readonly fingerprint: string;
  readonly cause: Cause;
};

export type ItemPlan = {
  readonly pending: PendingItem;
  readonly account: Row<'account'>;
  /** `superseded`: another item of the lineage exists and has its issues. `ignored`: by an entry of the ignore list. */
  readonly mode: 'active' | 'deleted' | 'frozen' | 'superseded' | 'ignored';
  /** The entry of the ignore list that covers the item, whatever its mode. */
  readonly ignoredBy: string | null;
  /** Every check on the technology, also those that need not run. */
  readonly checks: readonly PlannedCheck[];
  /** Whether a check that is not among them exists no more. */
  readonly knowsAllChecks: boolean;
  readonly runs: readonly PlannedRun[];
};

/** Undefined when the item's account is younger than the context: the next audit takes it. */
export function planItem(context: AuditContext, pending: PendingItem, now: Date): ItemPlan | undefined {
  const { item } = pending;
  const account = context.accounts.get(item.account_id);
  if (account === undefined) return undefined;
  const checks = context.checksFor(item.technology, account);
  const entry = ignoredBy(context.settings.ignore, item, account);
  const mode = modeOf(pending, entry);
  const { knowsAllChecks } = context;
  const plan = { pending, account, mode, ignoredBy: entry, checks, knowsAllChecks } as const;
  if (mode !== 'active') return { ...plan, runs: [] };
  const lists = context.listPartsFor(account, readableText(pending));
  const config = configPart(pending, account);
  const runs = checks.flatMap((planned): readonly PlannedRun[] => {
    if (!planned.enabled || isOutdated(item, planned)) return [];
    const parts = {
      ...context.parts,
      ...planned.parts,
      ...lists,
      config,
      related: relatedPart(pending, planned),
    };
    const print = fingerprint(parts);
    const cause = runCause(pending, planned, { print, now });
    return cause === undefined ? [] : [{ planned, fingerprint: print, cause }];
  });
  return { ...plan, runs };
}

/** What does not exist, or cannot be looked at, is so whether or not it is ignored. */
function modeOf({ item, owner }: PendingItem, entry: string | null): ItemPlan['mode'] {
  if (owner.id !== item.id) return 'superseded';
  return item.status === 'active' && entry !== null ? 'ignored' : item.status;
}

/** Everything in which checks may find an address or the id of an account or an organisation. */
function readableText({ item, relations }: PendingItem): string {
  const { config, tags, name, lineage } = item;
  return JSON.stringify([config, tags, name, lineage, relations.map(({ key, value }) => [key, value])]);
}

/**
 * A check of today on a config of yesterday's watcher would read what was never asked for as not configured. Of an item
 * that cannot be read at all it reads nothing: it runs, to say that it does not know.
 */
function isOutdated({ recorder, unreadable }: PendingItem['item'], { check }: PlannedCheck): boolean {
  return isFromOtherWatcher(recorder, check.watcher) && unreadable.every(({ path }) => path !== wholeItem);
}

function runCause(
  { lastRuns, cause }: PendingItem,
  { check }: PlannedCheck,
  { print, now }: { readonly print: string; readonly now: Date },
): Cause | undefined {
  if (lastRuns === undefined || lastRuns.size === 0) return 'config';
  return causeOf(lastRuns.get(check.id), print, now.getTime()) ?? (cause === again ? 'check' : undefined);
}

function configPart({ item, ephemeral }: PendingItem, account: Row<'account'>): string {
  const unreadable = item.unreadable
    .filter(({ path }) => !path.startsWith('@'))
    .map(({ path, class: kind, permission = '' }) => [path, kind, permission].join('\n'))
    .sort();
  const { config_hash: hash, region, name, lineage, tags } = item;
  const partition = account.facts?.partition ?? '';
  return digestPart([
    hash,
    ephemeral,
    unreadable,
    account.identifier,
    partition,
    region,
    name,
    lineage,
    tags,
  ]);
}

function relatedPart(pending: PendingItem, { check }: PlannedCheck): string {
  const { needs = [] } = check;
  if (needs.length === 0) return '-';
  const { unreadable } = pending.item;
  return digestPart(
    needs.map((name): JsonValue => {
      const { items } = listingOf(pending, name);
      const problem = unreadable.find(({ path }) => path === relationPath(name));
      return [
        name,
        items.map(({ technology, key, value }) => [technology, key, value]),
        problem?.class ?? '',
      ];
    }),
  );
}

/** What is known of a relation; complete unless the watcher said that it could not read it. */
function listingOf({ item, relations }: PendingItem, name: string): RelatedListing {
  return {
    items: relations
      .filter((row) => row.name === name)
      .map(({ technology, key, value }) => ({ technology, key, value })),
    complete: !item.unreadable.some(({ path }) => path === relationPath(name)),
  };
}

/** What the judge gets of an item: nothing when no check has to run. */
export function inputsToJudge({ worldFor }: AuditContext, plan: ItemPlan, now: Date): readonly AuditInput[] {
  const { pending, account, runs } = plan;
  if (runs.length === 0) return [];
  const { id, technology, region, name, lineage, tags, config, unreadable } = pending.item;
  return [
    {
      itemId: id,
      item: {
        account: account.identifier,
        partition: account.facts?.partition ?? '',
        technology,
        region,
        name,
        lineage,
        tags,
      },
      config,
      unreadable: unreadable.map(({ path }) => path),
      now: now.getTime(),
      world: worldFor(account),
      checks: runs.map(({ planned }) => ({
        id: planned.check.id,
        options: planned.options,
        related: Object.fromEntries(
          (planned.check.needs ?? []).map((relation) => [relation, listingOf(pending, relation)]),
        ),
      })),
    },
  ];
}
