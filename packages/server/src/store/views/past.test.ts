/** As-of, history and diffs: one item's life told from its revisions, late ones included. */
import { beforeEach, describe, expect, test } from 'vitest';
import { parseQuery } from '../../query/parse.ts';
import type { Query } from '../../query/query.ts';
import { pastItemVocabulary } from '../../query/vocabulary-items.ts';
import type { Row } from '../schema.ts';
import { givenAccount, givenIssue, useTestDatabase } from '../testing/test-database.ts';
import { systemViewer } from '../viewer.ts';
import { getPastItem } from './get-past-item.ts';
import { itemConfigAt, itemDiff, type RevisionRef } from './item-at.ts';
import { itemHistory } from './item-history.ts';
import { listPastItems, streamPastItems } from './list-past-items.ts';
import type { TellMeaning } from './revision-rows.ts';
import {
  givenRelation,
  givenRevision,
  givenSearchable,
  givenTransition,
  hour,
  personWith,
} from './testing/estate.ts';

const db = useTestDatabase();
const now = hour(100);

function pastQuery(text: string): Query {
  const parsed = parseQuery(text, pastItemVocabulary);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.query;
}

let account: Row<'account'>;
let other: Row<'account'>;
let logs: Row<'item'>;
let revisions: Record<'changed' | 'rebaseline' | 'deleted' | 'back', Row<'revision'>>;

/**
 * logs: created at 0, changed at 10, re-baselined at 20 and 21, deleted at 30, back at 40.
 * web: created at 5. old: created at 0, deleted at 15, never back.
 */
beforeEach(async () => {
  account = await givenAccount(db(), { name: 'prod' });
  other = await givenAccount(db(), { name: 'other' });
  logs = await givenSearchable(db(), {
    account_id: account.id,
    name: 'logs',
    config: { A: 3 },
    tags: { team: 'x' },
    last_changed: hour(40),
  });
  await db()
    .updateTable('revision')
    .set({
      config_hash: (await givenRevision(db(), logs, { config: { A: 1 }, valid_from: hour(10) })).config_hash,
    })
    .where('item_id', '=', logs.id)
    .where('kind', '=', 'created')
    .execute();
  await db().deleteFrom('revision').where('item_id', '=', logs.id).where('kind', '=', 'changed').execute();
  revisions = {
    changed: await givenRevision(db(), logs, {
      config: { A: 2, B: [1] },
      valid_from: hour(10),
      observed_at: hour(12),
      actor: { name: 'alice' },
      source: 'event',
    }),
    rebaseline: await givenRevision(db(), logs, {
      kind: 'rebaseline',
      config: { A: 2, B: [1], ours: true },
      valid_from: hour(20),
    }),
    deleted: await givenRevision(db(), logs, {
      kind: 'deleted',
      config: { A: 2, B: [1], ours: true },
      valid_from: hour(30),
    }),
    back: await givenRevision(db(), logs, { kind: 'created', config: { A: 3 }, valid_from: hour(40) }),
  };
  await givenRevision(db(), logs, {
    kind: 'rebaseline',
    config: { A: 2, B: [1], ours: true },
    valid_from: hour(21),
  });
  await givenSearchable(db(), { account_id: account.id, name: 'web', first_seen: hour(5) });
  const old = await givenSearchable(db(), {
    account_id: account.id,
    name: 'old',
    status: 'deleted',
    deleted_at: hour(15),
  });
  await givenRevision(db(), old, { kind: 'deleted', valid_from: hour(15) });
  await givenSearchable(db(), { account_id: other.id, name: 'foreign' });
});

describe('which items there were', () => {
  test.each<[number, string, readonly string[]]>([
    [-1, '', []],
    [0, '', ['foreign', 'logs', 'old']],
    [6, '', ['foreign', 'logs', 'old', 'web']],
    [15, '', ['foreign', 'logs', 'web']],
    [15, 'is:deleted', ['old']],
    [35, '', ['foreign', 'web']],
    [35, 'is:deleted OR is:active', ['foreign', 'logs', 'old', 'web']],
    [40, '', ['foreign', 'logs', 'web']],
    [6, 'name:l*', ['logs']],
    [6, 'account:prod -logs', ['old', 'web']],
    [6, 'arn:aws:s3:::web', ['web']],
    [6, 'og', ['logs']],
    [6, 'identity-of-web', ['web']],
    [9, 'actor:alice', []],
    [10, 'actor:alice', ['logs']],
    [10, 'changed>=2026-01-02T13:04:05Z', ['logs']],
    [29, 'changed>2026-01-02T13:04:05Z', []],
    [50, 'first-seen>2026-01-02T03:04:05Z', ['web']],
  ])('at %i with "%s"', async (at, text, names) => {
    const search = { query: pastQuery(text), asOf: hour(at), now };
    const page = await listPastItems(db(), systemViewer, { ...search, limit: 10 });
    expect(page.rows.map(({ name }) => name)).toEqual(names);
    const streamed = await Array.fromAsync(streamPastItems(db(), systemViewer, search), ({ name }) => name);
    expect(streamed.toSorted()).toEqual(names);
  });

  test('pages follow each other', async () => {
    const search = { query: pastQuery(''), asOf: hour(6), now, limit: 3 };
    const first = await listPastItems(db(), systemViewer, search);
    const second = await listPastItems(db(), systemViewer, { ...search, after: first.next ?? '' });
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual([
      'foreign',
      'logs',
      'old',
      'web',
    ]);
    expect(second.next).toBe(null);
  });

  test('a person sees only their accounts', async () => {
    const search = { query: pastQuery(''), asOf: hour(6), now, limit: 10 };
    const page = await listPastItems(db(), personWith(other), search);
    expect(page.rows.map(({ name }) => name)).toEqual(['foreign']);
  });
});

describe('the row of then', () => {
  test('counts the issues that were open, tells the tags only while the config is the same', async () => {
    const issue = await givenIssue(db(), logs, { score: 7 });
    await givenTransition(db(), issue, { at: hour(5) });
    await givenTransition(db(), issue, { at: hour(12), from_status: 'open', to_status: 'justified' });
    const rowAt = async (at: number) => {
      const search = {
        query: pastQuery('name:logs is:active OR is:deleted'),
        asOf: hour(at),
        now,
        limit: 10,
      };
      const { rows } = await listPastItems(db(), systemViewer, search);
      const [row] = rows.filter(({ name }) => name === 'logs');
      return [row?.score, row?.openIssues, row?.tags, row?.lastChanged, row?.status];
    };
    expect(await rowAt(4)).toEqual([0, 0, null, hour(0), 'active']);
    expect(await rowAt(5)).toEqual([7, 1, null, hour(0), 'active']);
    expect(await rowAt(12)).toEqual([0, 0, null, hour(10), 'active']);
    expect(await rowAt(25)).toEqual([0, 0, null, hour(10), 'active']);
    expect(await rowAt(30)).toEqual([0, 0, null, hour(30), 'deleted']);
    expect(await rowAt(40)).toEqual([0, 0, { team: 'x' }, hour(40), 'active']);
  });

  test('getPastItem gives the config and the relations of then', async () => {
    await givenRelation(db(), logs, { key: 'early', valid_from: hour(1), valid_to: hour(11) });
    await givenRelation(db(), logs, { key: 'late', valid_from: hour(11) });
    const at = async (hours: number) => {
      const item = await getPastItem(db(), systemViewer, { item: logs.id, asOf: hour(hours) });
      return item && [item.config, item.validFrom, item.relations.map(({ key }) => key)];
    };
    expect(await at(-1)).toBe(undefined);
    expect(await at(10)).toEqual([{ A: 2, B: [1] }, hour(10), ['early']]);
    expect(await at(11)).toEqual([{ A: 2, B: [1] }, hour(10), ['late']]);
    const foreign = await getPastItem(db(), personWith(other), { item: logs.id, asOf: hour(10) });
    expect(foreign).toBe(undefined);
  });
});

describe('history', () => {
  test('the newest first, a sentence each, re-baselines folded', async () => {
    const { rows, next } = await itemHistory(db(), systemViewer, { item: logs.id, limit: 10 });
    expect(next).toBe(null);
    expect(rows.map((row) => [row.kind, row.validFrom, row.summary, row.changes, row.rebaselines])).toEqual([
      ['created', hour(40), 'Back; 3 changes: /A, /B, /ours', 3, 0],
      ['deleted', hour(30), 'Deleted', 0, 0],
      ['changed', hour(10), '2 changes: /A, /B', 2, 2],
      ['created', hour(0), 'Created', 0, 0],
    ]);
    expect(rows[2]).toMatchObject({
      id: revisions.changed.id,
      item: logs.id,
      observedAt: hour(12),
      source: 'event',
      actor: { name: 'alice' },
      unreadable: [],
    });
  });

  test('a late revision stands where it belongs', async () => {
    await givenRevision(db(), logs, { config: { A: 9 }, valid_from: hour(5), source: 'backfill' });
    const { rows } = await itemHistory(db(), systemViewer, { item: logs.id, limit: 10 });
    expect(rows.map(({ summary }) => summary)).toEqual([
      'Back; 3 changes: /A, /B, /ours',
      'Deleted',
      '2 changes: /A, /B',
      '/A changed from 1 to 9',
      'Created',
    ]);
  });

  test('a part that was not known before is told neither as added nor as removed', async () => {
    const acl = { path: '/Acl', class: 'not_found', message: 'No history of it.' };
    const item = await givenSearchable(db(), { account_id: account.id, name: 'past' });
    const unreadable = JSON.stringify([acl]);
    const states = [
      { config: { A: 1 }, unreadable },
      { config: { A: 2, Acl: ['all'] } },
      { config: { A: 3 }, unreadable },
      { config: { A: 3, Acl: ['none'] }, unreadable },
      { config: { A: 4, Acl: ['all'] } },
    ];
    for (const [index, state] of states.entries())
      await givenRevision(db(), item, { ...state, valid_from: hour(50 + index) });
    const meaning: TellMeaning = (_technology, before, after) => [JSON.stringify([before, after])];
    const { rows } = await itemHistory(db(), systemViewer, { item: item.id, meaning, limit: 4 });
    expect(rows.map(({ summary, meaning: [told] }) => [summary, told])).toEqual([
      // The last value was kept, so that the next one differs from something.
      ['2 changes: /A, /Acl/0', '[{"A":3,"Acl":["none"]},{"A":4,"Acl":["all"]}]'],
      ['No difference in the config', undefined],
      ['/A changed from 2 to 3', '[{"A":2},{"A":3}]'],
      ['/A changed from 1 to 2', '[{"A":1},{"A":2}]'],
    ]);
    const at = (hours: number): RevisionRef => ({ kind: 'time', at: hour(hours) });
    const got = await itemDiff(db(), systemViewer, { item: item.id, from: at(50), to: at(51) });
    expect(got).toMatchObject({
      diff: {
        before: { config: { A: 1 } },
        after: { config: { A: 2 } },
        changes: [{ path: '/A' }],
        unknown: ['/Acl'],
      },
    });
    expect(Object(got).diff.after.config).toEqual({ A: 2 });
  });

  test('a re-created item says so', async () => {
    const anew = await givenSearchable(db(), {
      account_id: account.id,
      name: 'anew',
      predecessor: logs.id,
    });
    const { rows } = await itemHistory(db(), systemViewer, { item: anew.id, limit: 1 });
    expect(rows.map(({ summary }) => summary)).toEqual(['Created anew, in place of a deleted one']);
  });

  test('pages of one give the same rows', async () => {
    const whole = await itemHistory(db(), systemViewer, { item: logs.id, limit: 10 });
    const rows = [];
    for (let after: string | undefined; ; ) {
      const page = await itemHistory(db(), systemViewer, { item: logs.id, after, limit: 1 });
      rows.push(...page.rows);
      if (page.next === null) break;
      after = page.next;
    }
    expect(rows).toEqual(whole.rows);
  });

  test('a person sees none of a foreign item', async () => {
    const page = await itemHistory(db(), personWith(other), { item: logs.id, limit: 10 });
    expect(page).toEqual({ rows: [], next: null });
  });
});

describe('itemConfigAt', () => {
  test.each<[string, () => Parameters<typeof itemConfigAt>[2]['ref'], unknown]>([
    ['before it was', () => ({ kind: 'time', at: hour(-1) }), undefined],
    ['the moment it was created', () => ({ kind: 'time', at: hour(0) }), { A: 1 }],
    ['after a change', () => ({ kind: 'time', at: hour(10) }), { A: 2, B: [1] }],
    ['after a re-baseline', () => ({ kind: 'time', at: hour(20) }), { A: 2, B: [1], ours: true }],
    ['by revision', () => ({ kind: 'revision', id: revisions.back.id }), { A: 3 }],
    ['no revision of that id', () => ({ kind: 'revision', id: logs.id }), undefined],
    ['no id at all', () => ({ kind: 'revision', id: 'x' }), undefined],
  ])('%s', async (_, ref, config) => {
    const state = await itemConfigAt(db(), systemViewer, { item: logs.id, ref: ref() });
    expect(state?.config).toEqual(config);
  });

  test('nothing of a foreign item', async () => {
    const ref = { kind: 'revision', id: revisions.back.id } as const;
    expect(await itemConfigAt(db(), personWith(other), { item: logs.id, ref })).toBe(undefined);
  });
});

describe('itemDiff', () => {
  async function diff(request: Omit<Parameters<typeof itemDiff>[2], 'item'>) {
    const got = await itemDiff(db(), systemViewer, { item: logs.id, ...request });
    if (got.kind === 'none') return got.missing;
    const { before, after, changes } = got.diff;
    return [before?.validFrom ?? null, after.validFrom, changes.map(({ kind, path }) => `${kind} ${path}`)];
  }

  test('the latest against the one before it, which was a deletion', async () => {
    expect(await diff({})).toEqual([hour(30), hour(40), ['added /A']]);
  });

  test('one revision against the one before it', async () => {
    const to = { kind: 'revision', id: revisions.changed.id } as const;
    expect(await diff({ to })).toEqual([hour(0), hour(10), ['changed /A', 'added /B']]);
  });

  test('two moments', async () => {
    const request = { from: { kind: 'time', at: hour(1) }, to: { kind: 'time', at: hour(50) } } as const;
    expect(await diff(request)).toEqual([hour(0), hour(40), ['changed /A']]);
  });

  test('from before it was: everything is added', async () => {
    const request = { from: { kind: 'time', at: hour(-1) }, to: { kind: 'time', at: hour(1) } } as const;
    expect(await diff(request)).toEqual([null, hour(0), ['added /A']]);
  });

  test('to its deletion: everything is removed', async () => {
    const request = { from: { kind: 'time', at: hour(1) }, to: { kind: 'time', at: hour(30) } } as const;
    expect(await diff(request)).toEqual([hour(0), hour(30), ['removed /A']]);
  });

  test('what does not exist is named', async () => {
    const nobody = { kind: 'revision', id: logs.id } as const;
    expect(await diff({ from: nobody })).toBe('from');
    expect(await diff({ to: nobody })).toBe('to');
    expect(await diff({ to: { kind: 'time', at: hour(-1) } })).toBe('to');
  });

  test('nothing of a foreign item', async () => {
    const got = await itemDiff(db(), personWith(other), { item: logs.id });
    expect(got).toEqual({ kind: 'none', missing: 'to' });
  });
});
