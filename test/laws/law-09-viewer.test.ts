/** Law 9: every read takes a viewer. What a scan records of one account is nowhere in what a viewer of another is shown. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { justifyIssue, reopenIssue } from '../../packages/server/src/engine/audit/decide-issue.ts';
import { insertComment } from '../../packages/server/src/store/comments.ts';
import { insertMessageEvents, takeEvents } from '../../packages/server/src/store/message-events.ts';
import { insertMessage } from '../../packages/server/src/store/messages.ts';
import type { Row } from '../../packages/server/src/store/schema.ts';
import { insertSubscription } from '../../packages/server/src/store/subscriptions.ts';
import { givenSubscription } from '../../packages/server/src/store/testing/given-subscription.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { systemViewer, type Viewer } from '../../packages/server/src/store/viewer.ts';
import { createStage, runScan, type Stage } from './history/stage.ts';
import { tellRuns } from './runs.ts';
import { everyView, views } from './views.ts';

const database = useTestDatabase();

afterAll(() => tellRuns('9', { views: Object.keys(views).length }));

let stage: Stage;
let foreign: Row<'account'>;
let own: Row<'account'>;
let ofForeign: Viewer;
let ofOwn: Viewer;

/** Two accounts, each with everything that a view can show; only the names tell them apart. */
beforeEach(async () => {
  stage = await createStage(database(), ['foreign1', 'own2']);
  for (const identifier of stage.accounts) {
    const estate = stage.cloud.account(identifier);
    for (const name of ['widget', 'denied', 'gone'])
      estate.put({
        kind: 'widget',
        name: `${name}-${identifier}`,
        policy: `public ${identifier}`,
        attached: [`vault-${identifier}`],
        body: { Rules: [{ Port: 22, Source: '0.0.0.0/0' }], Tags: { of: identifier } },
      });
    estate.put({ kind: 'vault', name: `vault-${identifier}`, body: { Locked: false } });
    estate.put({ kind: 'note', name: `note-${identifier}`, body: { Text: 'account:x9' } });
  }
  await rescan();
  for (const identifier of stage.accounts)
    stage.cloud.account(identifier).remove('widget', `gone-${identifier}`);
  await rescan();
  const accounts = await database().selectFrom('account').selectAll().orderBy('name').execute();
  const [first, second] = accounts;
  if (first === undefined || second === undefined) throw new Error('There are two accounts.');
  foreign = first;
  own = second;
  const seeing = (...seen: readonly Row<'account'>[]): Viewer => ({
    kind: 'person',
    userId: stage.runtime.nextId(),
    accounts: seen.map(({ id }) => id),
  });
  ofForeign = seeing(foreign);
  ofOwn = seeing(own);
  const issues = await database()
    .selectFrom('issue')
    .selectAll()
    .where('check_id', '<>', 'fake.vault.unlocked')
    .execute();
  for (const issue of issues) await decorate(issue);
  await tellEverything();
  await database()
    .updateTable('coverage')
    .set({ state: 'failed', failing_since: stage.clock.now() })
    .where('technology', '=', 'fake.note')
    .execute();
});

/** One message of all that happened in both accounts. */
async function tellEverything(): Promise<void> {
  const db = database();
  const subscription = givenSubscription();
  await insertSubscription(db, subscription);
  const messageId = stage.runtime.nextId();
  await insertMessage(db, {
    id: messageId,
    subscription_id: subscription.id,
    account_id: null,
    kind: 'digest',
    alerter: subscription.alerter,
    address: subscription.address,
    created_at: stage.clock.now(),
  });
  const events = await db.selectFrom('outbox').select(['id', 'at', 'account_id']).execute();
  const rows = events.flatMap(({ id, at, account_id }) =>
    account_id === null ? [] : [{ subscription_id: subscription.id, outbox_id: id, account_id, at }],
  );
  await insertMessageEvents(db, rows);
  await takeEvents(db, { subscriptionId: subscription.id, messageId, minScore: 0 });
}

async function rescan(): Promise<void> {
  stage.clock.advance(60_000);
  await runScan(stage, {
    faults: stage.accounts.map((account) => ({
      kind: 'access_denied',
      operation: 'fake:GetWidgetPolicy',
      name: `denied-${account}`,
    })),
  });
}

/** What people add to an issue. */
async function decorate(issue: Row<'issue'>): Promise<void> {
  const account = issue.account_id === foreign.id ? foreign.identifier : own.identifier;
  await justifyIssue(
    stage.runtime,
    { viewer: systemViewer, name: `person of ${account}` },
    {
      issueId: issue.id,
      reason: `reason of ${account}`,
      until: new Date(stage.clock.now().getTime() + 60_000),
    },
  );
  await insertComment(database(), {
    id: stage.runtime.nextId(),
    account_id: issue.account_id,
    item_id: null,
    revision_id: null,
    issue_id: issue.id,
    author: `person of ${account}`,
    at: stage.clock.now(),
    text: `comment on ${account}`,
  });
}

/** Everything by which an account is told: its name, its ids, and those of all that belongs to it. */
async function marksOf(account: Row<'account'>): Promise<readonly string[]> {
  const items = await database()
    .selectFrom('item')
    .select('id')
    .where('account_id', '=', account.id)
    .execute();
  const issues = await database()
    .selectFrom('issue')
    .select('id')
    .where('account_id', '=', account.id)
    .execute();
  return [account.id, account.identifier, ...[...items, ...issues].map(({ id }) => id)];
}

async function marked(viewer: Viewer, account: Row<'account'>): Promise<ReadonlySet<string>> {
  const marks = await marksOf(account);
  const shown = await everyView(database(), viewer, stage.clock.now());
  return new Set(
    Object.entries(shown).flatMap(([name, rows]) => {
      const text = JSON.stringify(rows) ?? '';
      return marks.some((mark) => text.includes(mark)) ? [name] : [];
    }),
  );
}

/** Shows numbers only. */
const counting = new Set([
  'countOpenByScore',
  'countScopes',
  'countSummary',
  'countsOfCheck',
  'issueTrend',
  'unknownTrend',
]);

describe('every view', () => {
  it('shows a viewer of one account nothing of another, and all of their own', async () => {
    expect(await marked(ofOwn, foreign)).toEqual(new Set());
    const named = new Set(Object.keys(views).filter((name) => !counting.has(name)));
    expect(await marked(ofOwn, own)).toEqual(named);
    expect(await marked(systemViewer, foreign)).toEqual(named);
  });

  it('shows who may see nothing, nothing', async () => {
    const blind: Viewer = { kind: 'person', userId: stage.runtime.nextId(), accounts: [] };
    expect(await marked(blind, foreign)).toEqual(new Set());
    expect(await marked(blind, own)).toEqual(new Set());
  });

  it.each([...counting])('counts only what the viewer may see: %s', async (name) => {
    const now = stage.clock.now();
    const countOf = async (viewer: Viewer): Promise<unknown> =>
      (await everyView(database(), viewer, now))[name];
    expect(await countOf(ofOwn)).toEqual(await countOf(ofForeign));
    expect(await countOf(ofOwn)).not.toEqual(await countOf(systemViewer));
  });

  it('is in the table of views', async () => {
    const folder = new URL('../../packages/server/src/store/views/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    const exported = await Promise.all(
      files.map(async (file) => {
        const module: object = await import(new URL(file, folder).href);
        return Object.entries(module).flatMap(([name, value]) => (takesViewer(value) ? [name] : []));
      }),
    );
    expect(new Set(exported.flat())).toEqual(new Set(Object.keys(views)));
  });
});

/** What a function of the store may do without knowing who asks. */
const writes =
  /^(?:insert|update|upsert|save|write|record|replace|refresh|mark|clear|remove|forget|enqueue|dequeue|begin|renew|assert|complete|fail|freeze|thaw|abandon|end|set|sweep|ensure|take|plan|claim|settle|revive)(?:[A-Z]|$)/;

/** Reads by which somebody becomes a viewer, and the lock that keeps the last administrator. */
const beforeAnybody = new Set([
  'openSession',
  'linkPurpose',
  'lockAdministrators',
  'lockSubscribers',
  'subscriberOfId',
]);

describe('every function of the store that is given a database', () => {
  it('takes a viewer, or is named after what it writes', async () => {
    const folder = new URL('../../packages/server/src/store/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    const exported = await Promise.all(
      files.map(async (file) => {
        const module: object = await import(new URL(file, folder).href);
        return Object.entries(module).filter(([, value]) => takesDatabase(value) && !takesViewer(value));
      }),
    );
    const names = exported.flat().map(([name]) => name);
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name) => !writes.test(name) && !beforeAnybody.has(name))).toEqual([]);
  });
});

function takesDatabase(value: unknown): boolean {
  return typeof value === 'function' && /^[^(]*\(\s*(?:db|tx)\b/.test(value.toString());
}

/** A read names the viewer as its second parameter. */
function takesViewer(value: unknown): boolean {
  return typeof value === 'function' && /^[^(]*\(\s*\w+\s*,\s*_?viewer\b/.test(value.toString());
}

describe('a decision', () => {
  it('about an issue that the person may not see is as if there were none', async () => {
    const [issue] = await database()
      .selectFrom('issue')
      .select('id')
      .where('account_id', '=', foreign.id)
      .execute();
    const person = { viewer: ofOwn, name: 'stranger' };
    const asked = { issueId: issue?.id ?? '', reason: 'I may not.' };
    expect(await justifyIssue(stage.runtime, person, asked)).toEqual({ kind: 'unknown' });
    expect(await reopenIssue(stage.runtime, person, asked)).toEqual({ kind: 'unknown' });
  });
});
