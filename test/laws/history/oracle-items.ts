/** Laws 1 and 3 on one scan: no false delete, nothing invented, last values kept, one revision for each change that was seen. */
import { canonicalText, isJsonObject, type JsonObject, type JsonValue } from '@security-monkey/sdk';
import type { Row } from '../../../packages/server/src/store/schema.ts';
import { added } from './snapshot.ts';
import { hold, resourceOf, type Step } from './step.ts';
import { normal, type Real, textOf } from './truth.ts';

export function checkItems(step: Step): void {
  const fresh = Map.groupBy(added(step.before.revisions, step.after.revisions), ({ item_id }) => item_id);
  for (const item of step.after.items.values()) {
    const kinds = (fresh.get(item.id) ?? []).map(({ kind }) => kind);
    checkItem(step, item, kinds);
  }
  for (const scope of completed(step)) checkScope(step, scope);
  checkDrops(step);
  checkStolen(step);
}

type Kinds = readonly Row<'revision'>['kind'][];

function checkItem(step: Step, item: Row<'item'>, kinds: Kinds): void {
  const before = step.before.items.get(item.id);
  const resource = resourceOf(step, item);
  const seen = { item: item.identity, status: item.status, before: before?.status, kinds };
  if (item.status === 'deleted') {
    const isNew = before?.status !== 'deleted';
    const isJust = resource === undefined || isDeceived(step, before);
    hold(!isNew || isJust, 'no item is deleted while its resource exists', seen);
    hold(canonicalText(kinds) === (isNew ? '["deleted"]' : '[]'), 'a deletion is one revision', seen);
    hold(before?.config_hash === item.config_hash, 'a deleted item keeps its last config', seen);
    return;
  }
  checkFrozen(step, item, before);
  const expected = expectedKinds(before, item);
  hold(canonicalText(kinds) === canonicalText(expected), 'one revision for each change that was seen', {
    ...seen,
    expected,
  });
  if (expected.length === 0) return;
  hold(resource !== undefined, 'nothing is recorded of what does not exist', seen);
  if (resource !== undefined) checkConfig(resource, item, before);
}

/** An item that cannot be asked for is believed to be gone when it is lacking twice; a listing that silently lacks it is a lie. */
function isDeceived({ scanned }: Step, before: Row<'item'> | undefined): boolean {
  const wasMissing = before !== undefined && before.missing_since !== null;
  return (
    wasMissing && before.technology !== 'fake.widget' && scanned.faults.some(({ kind }) => kind === 'short')
  );
}

/** What a scan during which nothing changed may write of an item, given what it was and what it has become. */
function expectedKinds(before: Row<'item'> | undefined, item: Row<'item'>): Kinds {
  if (before === undefined || before.status === 'deleted') return ['created'];
  if (canonicalText(before.config) === canonicalText(item.config)) return [];
  return [isSightOnly(before, item) ? 'rebaseline' : 'changed'];
}

/** A part that had never been readable came to light and nothing else differs: the resource has not changed. */
function isSightOnly(before: Row<'item'>, item: Row<'item'>): boolean {
  const wasHidden = before.unreadable.some(({ path }) => path === '/Policy') && !('Policy' in before.config);
  if (!wasHidden) return false;
  const { Policy: _, ...rest } = item.config;
  return canonicalText(rest) === canonicalText(before.config);
}

function checkConfig(resource: Real, item: Row<'item'>, before: Row<'item'> | undefined): void {
  const expected = recordable(resource, item, before);
  hold(
    canonicalText(normal(item.config)) === canonicalText(expected),
    'a recorded config is what is there, with the last value of what could not be read',
    { identity: item.identity, config: item.config, expected },
  );
}

/** The truth but for parts that could not be read: those keep their last value, or are left out. */
function recordable(resource: Real, item: Row<'item'>, before: Row<'item'> | undefined): JsonObject {
  const paths = item.unreadable.map(({ path }) => path);
  const last = before?.config ?? {};
  if (paths.includes('')) return normal(last);
  const { Policy, ...rest } = resource.config;
  const policy: JsonValue | undefined = paths.includes('/Policy') ? last['Policy'] : Policy;
  return normal({ ...rest, ...(policy !== undefined && { Policy: policy }) });
}

function checkFrozen(
  { scanned, after, off }: Step,
  item: Row<'item'>,
  before: Row<'item'> | undefined,
): void {
  if (item.status !== 'frozen' || before?.status === 'frozen') return;
  const account = after.accounts.get(item.account_id);
  const isOff = account?.active === false || off.has(`${account?.identifier} ${item.scope_region}`);
  const isTold = scanned.faults.some(({ kind }) => kind === 'account_suspended' || kind === 'api_disabled');
  hold(isOff || isTold, 'an item freezes only when the provider or a person says that it is off', {
    item: item.identity,
  });
}

/** Scopes of which this scan said that it has seen everything. */
function completed({ before, after }: Step): readonly Row<'coverage'>[] {
  const key = (row: Row<'coverage'>): string => `${row.account_id} ${row.technology} ${row.region}`;
  const earlier = new Map(before.coverage.map((row) => [key(row), row.last_complete_at?.getTime()]));
  return after.coverage.filter(
    (row) => row.state === 'complete' && earlier.get(key(row)) !== row.last_complete_at?.getTime(),
  );
}

function checkScope(step: Step, scope: Row<'coverage'>): void {
  const { after, real, scanned } = step;
  const account = after.accounts.get(scope.account_id)?.identifier;
  const spoiled = scanned.faults.some(({ kind }) => kind === 'short' || kind === 'malformed');
  const items = [...after.items.values()].filter(
    (item) =>
      item.account_id === scope.account_id &&
      item.technology === scope.technology &&
      item.scope_region === scope.region &&
      item.status !== 'deleted',
  );
  const missing = items.filter(({ missing_since: since }) => since !== null);
  hold(missing.length === scope.held, 'coverage counts the items that are held', { scope, missing });
  if (spoiled) return;
  for (const item of items) {
    const resource = resourceOf(step, item);
    const isMissing = item.missing_since !== null;
    hold(
      isMissing === (resource === undefined),
      'what a complete listing lacks is missing, and nothing else',
      {
        item: item.identity,
      },
    );
    if (resource !== undefined) checkSeen(step, item, resource);
  }
  const known = new Set(items.map(({ identity }) => identity));
  for (const one of real) {
    if (one.account !== account || one.technology !== scope.technology || one.scope !== scope.region)
      continue;
    const failed = after.failures.some(
      ({ subject, stage }) => subject === one.identity && stage === 'describe',
    );
    hold(known.has(one.identity) || failed, 'a complete listing leaves out nothing', {
      identity: one.identity,
    });
  }
}

/** An item that this scan has looked at. */
function checkSeen({ before, after }: Step, item: Row<'item'>, resource: Real): void {
  hold(item.status === 'active', 'an item that was seen is active', { item: item.identity });
  checkConfig(resource, item, before.items.get(item.id));
  const paths = item.unreadable.map(({ path }) => path);
  if (paths.includes('')) return;
  const values = ephemeralValues(after.ephemeral.get(item.id) ?? {}, item.config);
  hold(canonicalText(values) === canonicalText(resource.ephemeral), 'ephemeral values are kept up to date', {
    item: item.identity,
    values,
    expected: resource.ephemeral,
  });
  const attached = after.attached.get(item.id) ?? [];
  const expected = paths.includes('@attachments') ? (before.attached.get(item.id) ?? []) : resource.attached;
  hold(canonicalText(attached) === canonicalText(expected), 'relations are those that hold', {
    item: item.identity,
    attached,
    expected,
  });
}

/** By what they belong to instead of where they stand. */
function ephemeralValues(body: JsonObject, config: JsonObject): JsonObject {
  const members = config['Members'];
  const list = Array.isArray(members) ? members : [];
  return Object.fromEntries(
    Object.entries(body).map(([pointer, value]) => {
      const index = /^\/Members\/(\d+)\/SeenAt$/.exec(pointer)?.[1];
      if (index === undefined) return [pointer.slice(1), value];
      const member: unknown = list[Number(index)];
      return [isJsonObject(member) ? textOf(member['Id']) : pointer, value];
    }),
  );
}

/** Of what cannot be asked for one by one, no third and more of a scope is deleted at once. */
function checkDrops({ before, after }: Step): void {
  const known = [...before.items.values()].filter(
    ({ status, technology }) => status !== 'deleted' && technology !== 'fake.widget',
  );
  const scopes = Map.groupBy(known, ({ account_id: id, technology, scope_region: region }) =>
    [id, technology, region].join(' '),
  );
  for (const [scope, items] of scopes) {
    const deleted = items.filter(({ id }) => after.items.get(id)?.status === 'deleted').length;
    hold(deleted < 3 || deleted <= items.length * 0.3, 'a large drop is held', { scope, deleted });
  }
}

/** A run that has lost its scopes writes nothing more of them. */
function checkStolen({ scanned, after }: Step): void {
  const { stolen } = scanned;
  if (stolen === undefined) return;
  const scopes = after.coverage.filter(
    ({ technology, account_id: id }) => technology === stolen.technology && id === stolen.accountId,
  );
  hold(
    scopes.every(({ holder }) => holder === 'thief'),
    'a scope that was taken over stays with its holder',
    { scopes: scopes.map(({ region, holder }) => [region, holder]) },
  );
}
