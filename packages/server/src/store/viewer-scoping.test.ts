/** Every read is scoped to what the viewer may see (law 9): who may see another account only sees nothing of this one. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accountById, accountByIdentifier, accountByName, listAccounts, pageOfAccounts } from './accounts.ts';
import { insertAuditEntry, listAuditLog } from './audit-log.ts';
import { countWaiting, enqueue, enqueueDue, waitingItems } from './audit-queue.ts';
import { auditStatesOf, upsertAuditStates } from './audit-state.ts';
import { commentById, commentsOn, insertComment } from './comments.ts';
import { configsByHash } from './configs.ts';
import { insertScopes, listScopes } from './coverage.ts';
import type { Database } from './database/database.ts';
import { countDeliveries, dueDeliveries, insertDeliveries } from './deliveries.ts';
import { ephemeralOf, upsertEphemeral } from './ephemeral.ts';
import { listFailures, recordFailures } from './failures.ts';
import { insertTransitions, issuesByIds, issuesByItems, issuesByLineages, transitionsOf } from './issues.ts';
import { networksOf, replaceItemNetworks } from './item-networks.ts';
import {
  countActiveItems,
  countScopeItems,
  itemsByIds,
  itemsByLineage,
  knownItems,
  scopeItems,
} from './items.ts';
import {
  currentJustifications,
  expiredJustifications,
  insertJustification,
  justificationsOf,
} from './justifications.ts';
import { endedRuns, insertMessageEvents } from './message-events.ts';
import { alertersWithDue, insertMessage, messageById } from './messages.ts';
import { eventsByIds, insertEvents } from './outbox.ts';
import { currentRelations, itemsRelatedTo, relationsAsOf, writeRelations } from './relations.ts';
import { firstRevisions, revisionAsOf, revisionsByIds, revisionsOfItem } from './revisions.ts';
import { scopesAskedFor } from './scan-requests.ts';
import type { Row } from './schema.ts';
import { listSettings, saveSetting, settingByKey } from './settings.ts';
import {
  dueDigests,
  insertSubscription,
  listSubscriptions,
  pageOfSubscriptions,
  subscriptionById,
} from './subscriptions.ts';
import { givenTime as at, givenId } from './testing/given.ts';
import { givenSubscription } from './testing/given-subscription.ts';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from './testing/test-database.ts';
import { replaceUnknowns, unknownsByItems } from './unknowns.ts';
import { insertUser, listUsers, pageOfUsers, userByEmail, userById } from './users.ts';
import { systemViewer, type Viewer } from './viewer.ts';

const database = useTestDatabase();

type World = {
  readonly db: Database;
  readonly account: Row<'account'>;
  readonly item: Row<'item'>;
  readonly issue: Row<'issue'>;
  readonly eventId: string;
};

/** A read as how much it returns. */
type Read = (world: World, viewer: Viewer) => Promise<number>;

const count = (rows: readonly unknown[] | ReadonlyMap<string, unknown>): number =>
  rows instanceof Map ? rows.size : [...rows.values()].length;
const one = (row: unknown): number => (row === undefined ? 0 : 1);

const reads: Readonly<Record<string, Read>> = {
  accountById: async ({ db, account }, viewer) => one(await accountById(db, viewer, account.id)),
  accountByIdentifier: async ({ db, account }, viewer) =>
    one(await accountByIdentifier(db, viewer, { type: account.type, identifier: account.identifier })),
  accountByName: async ({ db, account }, viewer) => one(await accountByName(db, viewer, account.name)),
  alertersWithDue: async ({ db }, viewer) => count(await alertersWithDue(db, viewer, at)),
  auditStatesOf: async ({ db, item }, viewer) => count(await auditStatesOf(db, viewer, [item.id])),
  commentById: async ({ db }, viewer) => {
    const { id } = await db.selectFrom('comment').select('id').executeTakeFirstOrThrow();
    return one(await commentById(db, viewer, id));
  },
  commentsOn: async ({ db, item }, viewer) => count(await commentsOn(db, viewer, { itemId: item.id })),
  configsByHash: async ({ db, item }, viewer) => count(await configsByHash(db, viewer, [item.config_hash])),
  countActiveItems: async ({ db }, viewer) => count(await countActiveItems(db, viewer, ['aws.s3-bucket'])),
  countDeliveries: async ({ db }, viewer) => (await countDeliveries(db, viewer)).pending,
  countScopeItems: ({ db, account }, viewer) => countScopeItems(db, viewer, scopeOf(account)),
  countWaiting: ({ db }, viewer) => countWaiting(db, viewer),
  currentJustifications: async ({ db, issue }, viewer) =>
    count(await currentJustifications(db, viewer, [issue.id])),
  currentRelations: async ({ db, item }, viewer) => count(await currentRelations(db, viewer, [item.id])),
  dueDeliveries: async ({ db }, viewer) => count(await dueDeliveries(db, viewer, { at, limit: 9 })),
  dueDigests: async ({ db }, viewer) => {
    await db.updateTable('subscription').set({ digest_at: '08:00', next_digest_at: at }).execute();
    return count(await dueDigests(db, viewer, at));
  },
  endedRuns: async ({ db }, viewer) =>
    count(await endedRuns(db, viewer, { now: at, quietSince: at, waitingSince: at })),
  enqueueDue: async ({ db }, viewer) => {
    await db.deleteFrom('audit_queue').execute();
    return enqueueDue(db, viewer, { at });
  },
  ephemeralOf: async ({ db, item }, viewer) => count(await ephemeralOf(db, viewer, [item.id])),
  eventsByIds: async ({ db, eventId }, viewer) => count(await eventsByIds(db, viewer, [eventId])),
  expiredJustifications: async ({ db }, viewer) =>
    count(await expiredJustifications(db, viewer, { at, limit: 9 })),
  issuesByIds: async ({ db, issue }, viewer) => count(await issuesByIds(db, viewer, [issue.id])),
  issuesByItems: async ({ db, item }, viewer) => count(await issuesByItems(db, viewer, [item.id])),
  issuesByLineages: async ({ db, account, item }, viewer) =>
    count(await issuesByLineages(db, viewer, { accountId: account.id, lineages: [item.lineage] })),
  itemsByIds: async ({ db, item }, viewer) => count(await itemsByIds(db, viewer, [item.id])),
  itemsByLineage: async ({ db, account, item }, viewer) =>
    count(await itemsByLineage(db, viewer, { accountId: account.id, lineages: [item.lineage] })),
  itemsRelatedTo: async ({ db }, viewer) =>
    count(await itemsRelatedTo(db, viewer, { technology: 'aws.eni', keys: ['eni-1'] })),
  justificationsOf: async ({ db, issue }, viewer) => count(await justificationsOf(db, viewer, issue.id)),
  knownItems: async ({ db, account, item }, viewer) =>
    count(
      await knownItems(db, viewer, {
        accountId: account.id,
        technology: item.technology,
        identities: [item.identity],
      }),
    ),
  listAccounts: async ({ db, account }, viewer) =>
    count(await listAccounts(db, viewer, { ids: [account.id] })),
  listAuditLog: async ({ db }, viewer) => count((await listAuditLog(db, viewer, { limit: 9 })).rows),
  listFailures: async ({ db }, viewer) => count(await listFailures(db, viewer)),
  listScopes: async ({ db }, viewer) => count(await listScopes(db, viewer)),
  listSettings: async ({ db }, viewer) => count(await listSettings(db, viewer)),
  listSubscriptions: async ({ db }, viewer) => count(await listSubscriptions(db, viewer)),
  listUsers: async ({ db }, viewer) => count(await listUsers(db, viewer)),
  messageById: async ({ db }, viewer) => one(await messageById(db, viewer, messageId)),
  networksOf: async ({ db, item }, viewer) => count(await networksOf(db, viewer, [item.id])),
  pageOfAccounts: async ({ db, account }, viewer) => {
    const { rows } = await pageOfAccounts(db, viewer, { limit: 9 });
    return rows.filter(({ id }) => id === account.id).length;
  },
  pageOfSubscriptions: async ({ db }, viewer) =>
    count((await pageOfSubscriptions(db, viewer, { limit: 9 })).rows),
  pageOfUsers: async ({ db }, viewer) => count((await pageOfUsers(db, viewer, { limit: 9 })).rows),
  relationsAsOf: async ({ db, item }, viewer) =>
    count(await relationsAsOf(db, viewer, { itemId: item.id, at })),
  firstRevisions: async ({ db, item }, viewer) => count(await firstRevisions(db, viewer, [item.id])),
  revisionAsOf: async ({ db, item }, viewer) => one(await revisionAsOf(db, viewer, { itemId: item.id, at })),
  revisionsByIds: async ({ db, item }, viewer) => {
    const { id } = await db
      .selectFrom('revision')
      .select('id')
      .where('item_id', '=', item.id)
      .executeTakeFirstOrThrow();
    return count(await revisionsByIds(db, viewer, [id]));
  },
  revisionsOfItem: async ({ db, item }, viewer) =>
    count(await revisionsOfItem(db, viewer, { itemId: item.id, limit: 9 })),
  scopeItems: async ({ db, account }, viewer) => {
    const pages = await Array.fromAsync(scopeItems(db, viewer, scopeOf(account)));
    return pages.flat().length;
  },
  settingByKey: async ({ db }, viewer) => one(await settingByKey(db, viewer, 'networks')),
  subscriptionById: async ({ db }, viewer) => one(await subscriptionById(db, viewer, subscription.id)),
  transitionsOf: async ({ db, issue }, viewer) => count(await transitionsOf(db, viewer, issue.id)),
  unknownsByItems: async ({ db, item }, viewer) => count(await unknownsByItems(db, viewer, [item.id])),
  userByEmail: async ({ db }, viewer) => one(await userByEmail(db, viewer, 'a@example.org')),
  userById: async ({ db }, viewer) => one(await userById(db, viewer, userId)),
  scopesAskedFor: async ({ db, account }, viewer) => {
    const last_attempt_at = new Date(at.getTime() - 1);
    await db.updateTable('coverage').set({ last_attempt_at, next_run_at: at }).execute();
    return count(await scopesAskedFor(db, viewer, { accountId: account.id, now: at }));
  },
  waitingItems: async ({ db }, viewer) => count(await waitingItems(db, viewer, { limit: 9 })),
};

/** What is not about one account is seen by those who see all accounts; users, their subscriptions and messages by themselves. */
const notOfAccounts = new Set([
  'listAuditLog',
  'listSettings',
  'settingByKey',
  'alertersWithDue',
  'dueDigests',
  'endedRuns',
  'listSubscriptions',
  'messageById',
  'pageOfSubscriptions',
  'subscriptionById',
  'listUsers',
  'pageOfUsers',
  'userByEmail',
  'userById',
]);

/** Of those, what somebody owns and is nevertheless about one account. */
const ownOfAccounts = new Set(['alertersWithDue', 'endedRuns', 'messageById']);

const userId = '00000000-0000-7000-9000-000000000001';
const subscription = givenSubscription({ user_id: userId });
const messageId = '00000000-0000-7000-9000-000000000002';

function scopeOf({ id }: Row<'account'>) {
  return { accountId: id, technology: 'aws.s3-bucket', region: 'global' };
}

test.each(Object.entries(reads))('%s', async (name, read) => {
  const world = await givenWorld(database());
  const other = await givenAccount(world.db);
  const seenBy = (accounts: readonly string[]): Viewer => ({ kind: 'person', userId: other.id, accounts });
  const insider = notOfAccounts.has(name) ? 0 : 1;
  expect(await read(world, systemViewer)).toBe(1);
  expect(await read(world, seenBy([other.id, world.account.id]))).toBe(insider);
  expect(await read(world, seenBy([other.id]))).toBe(0);
  expect(await read(world, seenBy([]))).toBe(0);
});

test('every read of the store is in the table', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => /^[a-z-]+(?<!\.test)\.ts$/.test(file));
  const exported = files.flatMap((file) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    return [...text.matchAll(/export async function\*? (\w+)\(\s*db: Database,\s*viewer: Viewer/g)];
  });
  expect(new Set(exported.map(([, name]) => name))).toEqual(new Set(Object.keys(reads)));
});

test.each(Object.entries(reads).filter(([name]) => ownOfAccounts.has(name)))(
  '%s shows a person their own, as far as they may see the account',
  async (_, read) => {
    const world = await givenWorld(database());
    const ownerOf = (accounts: readonly string[]): Viewer => ({ kind: 'person', userId, accounts });
    expect(await read(world, ownerOf([world.account.id]))).toBe(1);
    expect(await read(world, ownerOf([]))).toBe(0);
  },
);

async function givenWorld(db: Database): Promise<World> {
  const account = await givenAccount(db);
  const item = await givenItem(db, { account_id: account.id });
  const issue = await givenIssue(db, item);
  const eventId = givenId();
  await insertAuditEntry(db, {
    id: givenId(),
    at,
    user_id: null,
    author: 'nobody',
    address: '127.0.0.1',
    action: 'account.add',
    target: {},
  });
  const ofItem = { item_id: item.id };
  const unknown = {
    ...ofItem,
    check_id: 'c',
    class: 'access_denied',
    path: '/a',
    permission: null,
    message: '',
  };
  await upsertAuditStates(db, [{ ...ofItem, fingerprints: {}, next_due: at, audited_at: at }]);
  await enqueue(db, [{ ...ofItem, cause: 'config', enqueued_at: at }]);
  await upsertEphemeral(db, [{ ...ofItem, body: {}, observed_hash: 'h', observed_at: at }]);
  await replaceItemNetworks(db, [{ itemId: item.id, networks: ['10.0.0.0/8'] }]);
  await replaceUnknowns(db, [], [{ ...unknown, since: at }]);
  await writeRelations(db, {
    closed: [],
    opened: [{ ...ofItem, name: 'attachments', technology: 'aws.eni', key: 'eni-1', value: {} }],
    at,
  });
  await insertScopes(db, [scopeOf(account)]);
  await recordFailures(db, [
    {
      id: givenId(),
      account_id: account.id,
      technology: item.technology,
      region: 'global',
      subject: '',
      stage: 'list',
      class: 'timeout',
      detail: { class: 'timeout', message: 'too slow' },
      last_at: at,
    },
  ]);
  await insertJustification(db, {
    id: givenId(),
    issue_id: issue.id,
    reason: 'r',
    evidence: [],
    author: 'a',
    created_at: at,
    until: at,
  });
  await insertTransitions(db, [
    {
      id: givenId(),
      issue_id: issue.id,
      at,
      from_status: null,
      to_status: 'open',
      cause: 'config',
      detail: {},
    },
  ]);
  await insertComment(db, {
    id: givenId(),
    account_id: account.id,
    item_id: item.id,
    revision_id: null,
    issue_id: null,
    author: 'a',
    at,
    text: 't',
  });
  await insertEvents(db, [
    { id: eventId, key: 'k', kind: 'item.created', at, account_id: account.id, payload: {} },
  ]);
  await insertDeliveries(db, 'mail', [{ id: eventId, at }]);
  await saveSetting(db, { key: 'networks', value: [], at, by: 'a' });
  await insertUser(db, {
    id: userId,
    email: 'a@example.org',
    name: 'A',
    role: 'view',
    accounts: 'all',
    password_hash: null,
    active: true,
    created_at: at,
  });
  await insertSubscription(db, subscription);
  await insertMessage(db, {
    id: messageId,
    subscription_id: subscription.id,
    account_id: account.id,
    kind: 'run',
    alerter: 'mail',
    address: subscription.address,
    created_at: at,
  });
  await insertMessageEvents(db, [
    { subscription_id: subscription.id, outbox_id: eventId, account_id: account.id, at },
  ]);
  return { db, account, item, issue, eventId };
}
