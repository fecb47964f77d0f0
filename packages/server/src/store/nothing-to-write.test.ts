/** Unchanged costs nothing (law 7): a write with nothing to write makes no statement. */
import { expect, test } from 'vitest';
import { updateAccount } from './accounts.ts';
import { dequeue, enqueue } from './audit-queue.ts';
import { upsertAuditStates } from './audit-state.ts';
import { insertConfigs } from './configs.ts';
import { insertScopes, setNextRun } from './coverage.ts';
import type { Database } from './database/database.ts';
import { insertDeliveries, markDelivered, markFailed } from './deliveries.ts';
import { upsertEphemeral } from './ephemeral.ts';
import { clearFailures, recordFailures } from './failures.ts';
import { insertIssues, insertTransitions, updateIssues } from './issues.ts';
import { replaceItemNetworks } from './item-networks.ts';
import {
  clearMissing,
  insertItems,
  markDeleted,
  markMissing,
  refreshItemTotals,
  thawItems,
  updateItems,
} from './item-writes.ts';
import { endJustifications } from './justifications.ts';
import { insertEvents } from './outbox.ts';
import { writeRelations } from './relations.ts';
import { ensurePartitions } from './revision-partitions.ts';
import { insertRevisions } from './revisions.ts';
import { givenTime as at } from './testing/given.ts';
import { replaceUnknowns } from './unknowns.ts';
import { updateUser } from './users.ts';

/** A database that nobody may touch. */
const untouchable = new Proxy({} as Database, {
  get: (_, name) => {
    throw new Error(`The database was used: ${String(name)}`);
  },
});

const scope = { accountId: 'a', technology: 't', region: 'r' };

const writes: Readonly<Record<string, (db: Database) => Promise<unknown>>> = {
  clearFailures: (db) => clearFailures(db, scope, { stages: ['list'], subjects: [] }),
  clearMissing: (db) => clearMissing(db, []),
  dequeue: (db) => dequeue(db, []),
  endJustifications: (db) => endJustifications(db, []),
  enqueue: (db) => enqueue(db, []),
  ensurePartitions: (db) => ensurePartitions(db, []),
  insertConfigs: (db) => insertConfigs(db, []),
  insertDeliveries: (db) => insertDeliveries(db, 'mail', []),
  insertEvents: (db) => insertEvents(db, []),
  insertIssues: (db) => insertIssues(db, []),
  insertItems: (db) => insertItems(db, []),
  insertRevisions: (db) => insertRevisions(db, []),
  insertScopes: (db) => insertScopes(db, []),
  insertTransitions: (db) => insertTransitions(db, []),
  markDeleted: (db) => markDeleted(db, [], at),
  markDelivered: (db) => markDelivered(db, { alerter: 'mail', eventIds: [] }, at),
  markFailed: (db) => markFailed(db, { alerter: 'mail', eventIds: [] }, { failure: 'x', retryAt: at }),
  markMissing: (db) => markMissing(db, [], at),
  recordFailures: (db) => recordFailures(db, []),
  refreshItemTotals: (db) => refreshItemTotals(db, []),
  replaceItemNetworks: (db) => replaceItemNetworks(db, []),
  replaceUnknowns: (db) => replaceUnknowns(db, [], []),
  setNextRun: (db) => setNextRun(db, [], at),
  thawItems: (db) => thawItems(db, []),
  updateAccount: (db) => updateAccount(db, 'a', {}),
  updateIssues: (db) => updateIssues(db, []),
  updateItems: (db) => updateItems(db, []),
  updateUser: (db) => updateUser(db, 'u', {}),
  upsertAuditStates: (db) => upsertAuditStates(db, []),
  upsertEphemeral: (db) => upsertEphemeral(db, []),
  writeRelations: (db) => writeRelations(db, { closed: [], opened: [], at }),
};

test.each(Object.entries(writes))('%s', async (_, write) => {
  await expect(write(untouchable)).resolves.not.toThrow();
});
