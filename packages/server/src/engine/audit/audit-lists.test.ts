/** The allow-list, the known accounts and the ignore list: what a change of them makes of issues, and whom it leaves alone. */
import { canonicalText, hashText, type JsonObject, type JsonValue } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { givenAccount, givenItem, useTestDatabase } from '../../store/testing/test-database.ts';
import { setSetting } from '../settings/settings.ts';
import {
  type AuditBench,
  createAuditBench,
  enqueueItem,
  eventKindsOf,
  history,
  issues,
  totals,
} from './testing/audit-bench.ts';

const database = useTestDatabase();

type Note = {
  readonly name: string;
  readonly text: string;
  readonly tags?: Readonly<Record<string, string>>;
};

/** It is reported when its text names a network that is not allowed or an account that nobody knows. */
async function givenNote(bench: AuditBench, { name, text, tags = {} }: Note): Promise<string> {
  const config: JsonObject = { Name: name, Text: text };
  const { id } = await givenItem(bench.db, {
    account_id: bench.account.id,
    technology: 'fake.note',
    lineage: `note/${name}`,
    name,
    tags,
    config,
    config_hash: hashText(canonicalText(config)),
    first_seen: bench.clock.now(),
  });
  await enqueueItem(bench, id);
  return id;
}

async function change(bench: AuditBench, key: string, value: JsonValue): Promise<readonly string[]> {
  bench.clock.advance(1000);
  bench.judged();
  await setSetting(bench.runtime, 'alice', { key, value });
  await bench.audit();
  return bench.judged().map((one) => one.replace('fake.note.', ''));
}

const office = { name: 'office', cidr: '192.0.2.0/24' };

describe('the allow-list', () => {
  it('fixes what it covers with that cause, and judges only items that name its networks', async () => {
    const bench = await createAuditBench(database());
    await givenNote(bench, { name: 'covered', text: 'from 192.0.2.7' });
    await givenNote(bench, { name: 'elsewhere', text: 'from 198.51.100.7' });
    await givenNote(bench, { name: 'silent', text: 'from nowhere' });
    await change(bench, 'networks', [{ name: 'lab', cidr: '203.0.113.0/24' }]);
    expect(await change(bench, 'networks', [{ name: 'lab', cidr: '203.0.113.0/24' }, office])).toEqual([
      'names-network covered',
      'names-stranger covered',
    ]);
    expect(await history(bench)).toEqual([
      'none → open: config',
      'none → open: config',
      'open → fixed: networks',
    ]);
    expect(await eventKindsOf(bench)).toEqual([
      'settings.changed',
      'issue.opened',
      'issue.opened',
      'settings.changed',
    ]);
  });

  it('judges page by page, however many items it covers, and tells once', async () => {
    const batches: number[] = [];
    const bench = await createAuditBench(database(), {
      judge: (inner) => async (batch) => {
        batches.push(batch.length);
        return await inner(batch);
      },
    });
    for (let index = 0; index < 120; index += 1)
      await givenNote(bench, { name: `n${index}`, text: `from 192.0.2.${index}` });
    await bench.audit();
    batches.splice(0);
    await setSetting(bench.runtime, 'alice', { key: 'networks', value: [office] });
    expect(await bench.audit()).toMatchObject({ items: 120, fixed: 120 });
    expect(batches).toEqual([50, 50, 20]);
    const kinds = await eventKindsOf(bench);
    expect(kinds.filter((kind) => kind !== 'issue.opened')).toEqual(['settings.changed']);
  });

  it('opens the same issue again when the entry goes, and tells of it once', async () => {
    const bench = await createAuditBench(database());
    await givenNote(bench, { name: 'n', text: 'from 192.0.2.7' });
    await change(bench, 'networks', [office]);
    await change(bench, 'networks', []);
    await change(bench, 'networks', [office]);
    await change(bench, 'networks', []);
    expect(await issues(bench)).toEqual([
      { check: 'names-network', subject: '{"network":"192.0.2.7"}', status: 'open', unverified: false },
    ]);
    expect(await history(bench)).toEqual([
      'none → open: networks',
      'open → fixed: networks',
      'fixed → open: networks',
    ]);
  });

  it.each<readonly [string, string | undefined, string]>([
    ['of all accounts', undefined, 'fixed'],
    ['of this account', 'fake:a1', 'fixed'],
    ['of accounts with such a name', 'on*', 'fixed'],
    ['of another account', 'fake:a2', 'open'],
    ['of accounts with another name', 'two*', 'open'],
  ])('%s', async (_, account, status) => {
    const bench = await createAuditBench(database());
    await givenAccount(bench.db, { type: 'fake', identifier: 'a2', name: 'two' });
    await givenNote(bench, { name: 'n', text: 'from 192.0.2.7' });
    await bench.audit();
    await change(bench, 'networks', [{ ...office, ...(account && { account }) }]);
    expect((await issues(bench)).map((issue) => issue.status)).toEqual([status]);
  });
});

describe('a change that touches nothing judges nothing and reads no item', () => {
  it.each<readonly [string, JsonValue]>([
    ['networks', [{ ...office, account: 'nobody*' }]],
    ['overrides', { 'nobody*': { 'fake.note.names-network': { score: 1 } } }],
    ['ignore', [{ name: 'x', account: 'nobody*', prefix: '' }]],
    ['intervals', { minutes: 5 }],
    ['knownAccounts', []],
  ])('%s', async (key, value) => {
    const bench = await createAuditBench(database());
    await givenNote(bench, { name: 'n', text: 'from 192.0.2.7' });
    await bench.audit();
    bench.judged();
    await setSetting(bench.runtime, 'alice', { key, value });
    expect(await bench.audit()).toMatchObject({ items: 0 });
    expect(bench.judged()).toEqual([]);
  });

  it('an override for one account judges nothing in another', async () => {
    const bench = await createAuditBench(database());
    await givenAccount(bench.db, { type: 'fake', identifier: 'a2', name: 'two' });
    await givenNote(bench, { name: 'n', text: 'from 192.0.2.7' });
    await bench.audit();
    expect(
      await change(bench, 'overrides', { two: { 'fake.note.names-network': { enabled: false } } }),
    ).toEqual([]);
    expect(await history(bench)).toEqual(['none → open: config']);
  });
});

describe('known accounts', () => {
  it('that were chosen are no strangers; only items that name one are judged', async () => {
    const bench = await createAuditBench(database());
    await givenNote(bench, { name: 'logs', text: 'account:log1' });
    await givenNote(bench, { name: 'other', text: 'account:x9' });
    await bench.audit();
    expect(await change(bench, 'knownAccounts', ['fake.logs'])).toEqual([
      'names-network logs',
      'names-stranger logs',
    ]);
    expect(await history(bench)).toEqual([
      'none → open: config',
      'none → open: config',
      'open → fixed: known-accounts',
    ]);
    await change(bench, 'knownAccounts', []);
    expect((await history(bench)).at(-1)).toBe('fixed → open: known-accounts');
  });
});

describe('an item that becomes ignored', () => {
  const ignore = [{ name: 'temporary', technology: 'fake.note', prefix: 'TMP-' }];

  it('has its issues retired with that cause, is not judged, says so, and is not deleted', async () => {
    const bench = await createAuditBench(database());
    const id = await givenNote(bench, { name: 'tmp-1', text: 'account:x9' });
    await givenNote(bench, { name: 'kept', text: 'account:x9' });
    await bench.audit();
    expect(await change(bench, 'ignore', ignore)).toEqual([]);
    expect((await issues(bench)).map(({ status }) => status)).toEqual(['open', 'retired']);
    expect(await totals(bench, id)).toEqual({ score: 0, open_issues: 0, unknowns: 0 });
    const items = await bench.db.selectFrom('item').select(['name', 'status', 'ignored_by']).execute();
    expect(items.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: 'kept', status: 'active', ignored_by: null },
      { name: 'tmp-1', status: 'active', ignored_by: 'temporary' },
    ]);
    expect(await eventKindsOf(bench)).toEqual(['issue.opened', 'issue.opened', 'settings.changed']);
  });

  it('is not judged when it changes meanwhile, and is judged as it is when the entry goes', async () => {
    const bench = await createAuditBench(database());
    const id = await givenNote(bench, { name: 'tmp-1', text: 'account:x9' });
    await bench.audit();
    await change(bench, 'ignore', ignore);
    await enqueueItem(bench, id);
    await bench.audit();
    expect(bench.judged()).toEqual([]);
    expect(await change(bench, 'ignore', [])).toEqual(['names-network tmp-1', 'names-stranger tmp-1']);
    expect(await history(bench)).toEqual([
      'none → open: config',
      'open → retired: ignored',
      'retired → open: ignored',
    ]);
    expect((await issues(bench)).map(({ status }) => status)).toEqual(['open']);
  });

  it('that was never judged before tells nobody what it has, once it is', async () => {
    const bench = await createAuditBench(database());
    await setSetting(bench.runtime, 'alice', { key: 'ignore', value: ignore });
    await givenNote(bench, { name: 'tmp-1', text: 'account:x9' });
    await bench.audit();
    expect(await issues(bench)).toEqual([]);
    await change(bench, 'ignore', []);
    expect(await history(bench)).toEqual(['none → open: ignored']);
    expect(await eventKindsOf(bench)).toEqual(['settings.changed', 'settings.changed']);
  });

  it.each<readonly [string, JsonObject, string]>([
    ['by tag', { tag: 'owner=lab' }, 'retired'],
    ['by the key of a tag', { tag: 'owner' }, 'retired'],
    ['by ARN', { arn: 'note/tmp-*' }, 'retired'],
    ['by another tag', { tag: 'owner=shop' }, 'open'],
    ['by another ARN', { arn: 'note/x*' }, 'open'],
  ])('%s', async (_, conditions, status) => {
    const bench = await createAuditBench(database());
    await givenNote(bench, { name: 'tmp-1', text: 'account:x9', tags: { owner: 'lab' } });
    await bench.audit();
    await change(bench, 'ignore', [{ name: 'lab', ...conditions }]);
    expect((await issues(bench)).map((issue) => issue.status)).toEqual([status]);
  });
});
