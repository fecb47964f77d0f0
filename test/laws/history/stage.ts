/** The engine on the fake cloud, and everything that a history may do to either. */

import { justifyIssue, reopenIssue } from '../../../packages/server/src/engine/audit/decide-issue.ts';
import { judgeInProcess } from '../../../packages/server/src/engine/audit/judge-in-process.ts';
import { deliverPending } from '../../../packages/server/src/engine/notify/deliver.ts';
import { createRegistry } from '../../../packages/server/src/engine/registry.ts';
import type { Runtime } from '../../../packages/server/src/engine/runtime.ts';
import { scan } from '../../../packages/server/src/engine/scan.ts';
import { setSetting } from '../../../packages/server/src/engine/settings/settings.ts';
import { givenFakeAccount } from '../../../packages/server/src/engine/testing/engine-test.ts';
import type {
  FakeCloud,
  FakeKind,
  FakeResource,
} from '../../../packages/server/src/engine/testing/fake-cloud.ts';
import type { Fault } from '../../../packages/server/src/engine/testing/fake-faults.ts';
import { fakePlugin } from '../../../packages/server/src/engine/testing/fake-plugin.ts';
import { seededRandom, shuffled } from '../../../packages/server/src/engine/testing/seeded.ts';
import {
  createTestRuntime,
  type LogEntry,
} from '../../../packages/server/src/engine/testing/test-runtime.ts';
import type { VirtualClock } from '../../../packages/server/src/engine/testing/virtual-clock.ts';
import { removeAccount, updateAccount } from '../../../packages/server/src/store/accounts.ts';
import type { Database } from '../../../packages/server/src/store/database/database.ts';
import { inTransaction } from '../../../packages/server/src/store/database/transaction.ts';
import { empty } from '../../../packages/server/src/store/testing/test-database.ts';
import { systemViewer } from '../../../packages/server/src/store/viewer.ts';
import {
  type CheckId,
  type Decision,
  type Mutation,
  type Patch,
  type ScanPlan,
  type SinkMode,
  type Slot,
  technologies,
} from './plan.ts';
import { createSink, type Sink, sinkId, sinkPlugin } from './sink.ts';

export type Stage = {
  readonly db: Database;
  readonly runtime: Runtime;
  readonly clock: VirtualClock;
  readonly cloud: FakeCloud;
  readonly logged: readonly LogEntry[];
  readonly sink: Sink;
  /** Identifiers of the watched accounts. */
  readonly accounts: readonly string[];
  /** What the settings say of checks. */
  readonly settings: Map<CheckId, { readonly enabled: boolean; readonly score?: number }>;
  /** The faults of the last scan. */
  faults: readonly Fault[];
};

const signal = (): AbortSignal => new AbortController().signal;

/** An empty database, an empty cloud, and a sink that is to get every kind of event. */
export async function createStage(db: Database, accounts: readonly string[]): Promise<Stage> {
  await empty(db);
  const { runtime, clock, cloud, logged } = createTestRuntime(db);
  const sink = createSink();
  const registry = createRegistry([fakePlugin(cloud), sinkPlugin(sink)]);
  const staged: Runtime = { ...runtime, registry, judge: judgeInProcess(registry) };
  await setSetting(staged, 'law', { key: 'alerters', value: [{ name: 'sink', alerter: sinkId }] });
  for (const account of accounts) await givenFakeAccount(staged, account);
  return {
    db,
    runtime: staged,
    clock,
    cloud,
    logged,
    sink,
    accounts,
    settings: new Map(),
    faults: [],
  };
}

export async function mutate(stage: Stage, mutation: Mutation): Promise<void> {
  const { cloud, db, runtime } = stage;
  switch (mutation.do) {
    case 'create':
      return create(stage, mutation.slot, mutation.patches);
    case 'recreate':
    case 'change':
    case 'drift':
    case 'delete':
      return changePicked(stage, mutation);
    case 'purge':
      return purge(stage, mutation.kind);
    case 'shuffle':
      cloud.shuffle = (elements) => shuffled(elements, seededRandom(cloud.calls.length));
      return;
    case 'region':
      cloud.account('a1').regions.set('south', mutation.enabled);
      return;
    case 'rename':
      await db.updateTable('account').set({ name: mutation.name }).where('identifier', '=', 'a1').execute();
      return;
    case 'active':
      return setActive(db, mutation.isActive);
    case 'stranger':
      return toggleStranger(db, runtime);
    case 'check':
      return setCheck(stage, mutation);
    default:
      return mutation satisfies never;
  }
}

async function setActive(db: Database, isActive: boolean): Promise<void> {
  await db.updateTable('account').set({ active: isActive }).where('identifier', '=', 'a1').execute();
}

function purge({ cloud, accounts }: Stage, kind: FakeKind): void {
  for (const { resources } of accounts.map(cloud.account)) {
    const all = [...resources].filter(([, resource]) => resource.kind === kind);
    for (const [key] of all) resources.delete(key);
  }
}

function keyOf({ kind, region, name }: Omit<Slot, 'account'>): string {
  return `${kind}/${region}/${name}`;
}

/** Nothing happens where there is one. */
function create({ cloud, clock }: Stage, slot: Slot, patches: readonly Patch[]): void {
  const { resources } = cloud.account(slot.account);
  if (resources.has(keyOf(slot))) return;
  resources.set(keyOf(slot), made(slot, clock, patches));
}

function made({ kind, region, name }: Omit<Slot, 'account'>, clock: VirtualClock, patches: readonly Patch[]) {
  const created = clock.now().toISOString();
  let resource: FakeResource = { kind, region, name, created, body: {}, attached: [] };
  for (const patch of patches) resource = patched(resource, patch);
  return resource;
}

function changePicked(stage: Stage, mutation: Extract<Mutation, { readonly pick: number }>): void {
  const { cloud, clock, accounts } = stage;
  const all = accounts.flatMap((account) =>
    [...cloud.account(account).resources.values()].map((resource) => ({ account, resource })),
  );
  const picked = all[mutation.pick % Math.max(1, all.length)];
  if (picked === undefined) return;
  const { resource } = picked;
  const { resources } = cloud.account(picked.account);
  const key = keyOf(resource);
  if (mutation.do === 'delete') resources.delete(key);
  if (mutation.do === 'drift') resources.set(key, drifted(resource, mutation.value));
  if (mutation.do === 'change') {
    let changed = resource;
    for (const patch of mutation.patches) changed = patched(changed, patch);
    resources.set(key, changed);
  }
  if (mutation.do === 'recreate') {
    resources.delete(key);
    resources.set(key, made(resource, clock, mutation.patches));
  }
}

function patched(resource: FakeResource, { body, policy, attached }: Patch): FakeResource {
  const { policy: before, ...rest } = resource;
  const after = policy === undefined ? before : (policy ?? undefined);
  return {
    ...rest,
    body: { ...resource.body, ...body },
    attached: attached ?? resource.attached,
    ...(after !== undefined && { policy: after }),
  };
}

/** Only widgets have ephemeral paths. */
function drifted(resource: FakeResource, value: number): FakeResource {
  if (resource.kind !== 'widget') return resource;
  const members = resource.body['Members'];
  const Members = Array.isArray(members)
    ? members.map((member: object) => ({ ...member, SeenAt: `again ${value}` }))
    : [];
  return { ...resource, body: { ...resource.body, Members, LastUsedAt: `day ${value}` } };
}

async function toggleStranger(db: Database, runtime: Runtime): Promise<void> {
  const known = await db.selectFrom('account').select('id').where('identifier', '=', 'x9').executeTakeFirst();
  if (known !== undefined) {
    await inTransaction(db, (tx) => removeAccount(tx, known.id));
    return;
  }
  const account = await givenFakeAccount(runtime, 'x9');
  await updateAccount(db, account.id, { active: false });
}

async function setCheck(
  { runtime, settings }: Stage,
  { check, enabled, score }: Extract<Mutation, { readonly do: 'check' }>,
): Promise<void> {
  settings.set(check, { enabled, ...(score !== undefined && { score }) });
  await setSetting(runtime, 'law', { key: 'checks', value: Object.fromEntries(settings) });
}

/** Everything as it is by default again, and every region on. */
export async function calm(stage: Stage): Promise<void> {
  const { cloud, runtime, settings } = stage;
  cloud.setFaults([]);
  cloud.beforeCall = undefined;
  for (const account of stage.accounts)
    for (const region of cloud.account(account).regions.keys())
      cloud.account(account).regions.set(region, true);
  settings.clear();
  await setActive(stage.db, true);
  await setSetting(runtime, 'law', { key: 'checks', value: {} });
}

/** Justifies or reopens one of the issues that there are, if any can be. */
export async function decide(stage: Stage, { act, pick, days }: Decision): Promise<void> {
  const { db, runtime, clock } = stage;
  const status = act === 'justify' ? 'open' : 'justified';
  const issues = await db
    .selectFrom('issue')
    .select('id')
    .where('status', '=', status)
    .orderBy('lineage')
    .orderBy('check_id')
    .orderBy('subject_key')
    .execute();
  const issue = issues[pick % Math.max(1, issues.length)];
  if (issue === undefined) return;
  const person = { viewer: systemViewer, name: 'law' };
  if (act === 'reopen') {
    await reopenIssue(runtime, person, { issueId: issue.id });
    return;
  }
  const until = days === undefined ? undefined : new Date(clock.now().getTime() + days * 86_400_000);
  await justifyIssue(runtime, person, {
    issueId: issue.id,
    reason: 'It is a law.',
    ...(until !== undefined && { until }),
  });
}

/** What came of a scan, beside what is in the store. */
export type Scanned = {
  readonly aborted: boolean;
  /** What went wrong on purpose. */
  readonly faults: readonly Fault[];
  readonly technologies: readonly string[];
  /** The technology whose scopes another run took over, and what stood in the store then. */
  readonly stolen?: Stolen;
};

export type Stolen = { readonly accountId: string; readonly technology: string; readonly state: string };

export async function runScan(stage: Stage, plan: ScanPlan): Promise<Scanned> {
  const { cloud, runtime } = stage;
  const faults = [...(plan.again === true ? stage.faults : []), ...plan.faults];
  stage.faults = faults;
  const controller = new AbortController();
  let calls = 0;
  let stolen: Scanned['stolen'];
  cloud.setFaults(faults);
  cloud.beforeCall = async () => {
    calls += 1;
    if (calls !== plan.stop?.call) return;
    if (plan.stop.how === 'abort') controller.abort();
    else stolen = await steal(stage, plan.stop.how);
  };
  await scan(runtime, {
    signal: controller.signal,
    ...(plan.technologies !== undefined && { technologies: plan.technologies }),
  });
  cloud.beforeCall = undefined;
  cloud.setFaults([]);
  return {
    aborted: controller.signal.aborted,
    faults,
    technologies: plan.technologies ?? technologies,
    ...(stolen !== undefined && { stolen }),
  };
}

/** Another run takes the scopes of a technology, for a time that is over before the next scan. */
async function steal(stage: Stage, technology: string): Promise<Stolen | undefined> {
  const { db, clock } = stage;
  const rows = await db
    .updateTable('coverage')
    .from('account')
    .set((eb) => ({
      epoch: eb('epoch', '+', 1),
      holder: 'thief',
      lease_until: new Date(clock.now().getTime() + 60_000),
    }))
    .whereRef('account.id', '=', 'coverage.account_id')
    .where('account.identifier', '=', 'a1')
    // What was switched off is collected by nobody, so nobody loses a lease.
    .where('account.active', '=', true)
    .where('technology', '=', technology)
    .returning('account_id')
    .execute();
  const accountId = rows[0]?.account_id;
  if (accountId === undefined) return undefined;
  return { accountId, technology, state: await recordOf(db, { accountId, technology }) };
}

/** Everything that a run may write of a technology's items, as text. */
export async function recordOf(
  db: Database,
  { accountId, technology }: Pick<Stolen, 'accountId' | 'technology'>,
): Promise<string> {
  const items = await db
    .selectFrom('item')
    .select([
      'id',
      'status',
      'config_hash',
      'missing_since',
      'unreadable',
      'last_changed',
      'recorder',
      'region',
    ])
    .where('technology', '=', technology)
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute();
  const ids = items.map(({ id }) => id);
  if (ids.length === 0) return '';
  const revisions = await db
    .selectFrom('revision')
    .select('id')
    .where('item_id', 'in', ids)
    .orderBy('id')
    .execute();
  const sideRows = await db
    .selectFrom('ephemeral')
    .selectAll()
    .where('item_id', 'in', ids)
    .orderBy('item_id')
    .execute();
  const relations = await db
    .selectFrom('relation')
    .selectAll()
    .where('item_id', 'in', ids)
    .orderBy('item_id')
    .orderBy('key')
    .orderBy('valid_from')
    .execute();
  return JSON.stringify([items, revisions, sideRows, relations]);
}

/** One run of the sender, with a sink that behaves like this. */
export async function deliver(stage: Stage, mode: SinkMode): Promise<void> {
  const controller = new AbortController();
  stage.sink.mode = mode;
  stage.sink.die = () => controller.abort();
  await deliverPending(stage.runtime, { signal: controller.signal });
}

/** Sends until nothing waits, however long the sink was left alone. */
export async function deliverAll(stage: Stage): Promise<void> {
  stage.sink.mode = 'takes';
  for (let attempt = 0; attempt < 20; attempt += 1) {
    stage.clock.advance(7 * 60 * 60_000);
    const { delivered } = await deliverPending(stage.runtime, { signal: signal() });
    if (delivered === 0) return;
  }
}
