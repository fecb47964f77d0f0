/** Items that the ignore list covers, from the scan to what is shown: recorded, counted, and told of to nobody. */
import type { JsonValue } from '@security-monkey/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseQuery } from '../query/parse.ts';
import { itemVocabulary } from '../query/vocabulary-items.ts';
import { useTestDatabase } from '../store/testing/test-database.ts';
import { systemViewer } from '../store/viewer.ts';
import { listCoverage } from '../store/views/list-coverage.ts';
import { listItems } from '../store/views/list-items.ts';
import { judgeInProcess } from './audit/judge-in-process.ts';
import type { Runtime } from './runtime.ts';
import { type ScanSummary, scan } from './scan.ts';
import { setSetting } from './settings/settings.ts';
import { eventNames, givenFakeAccount, itemStates, revisionKinds } from './testing/engine-test.ts';
import { createTestRuntime, type TestRuntime } from './testing/test-runtime.ts';

const database = useTestDatabase();

let engine: TestRuntime;
let runtime: Runtime;
beforeEach(async () => {
  engine = createTestRuntime(database());
  runtime = { ...engine.runtime, judge: judgeInProcess(engine.runtime.registry) };
  await givenFakeAccount(runtime);
  putNote('kept', 'account:x9');
  await look();
});

function putNote(name: string, text: string): void {
  engine.cloud.account('a1').put({ kind: 'note', name, body: { Text: text } });
}

async function look(): Promise<ScanSummary> {
  engine.clock.advance(60_000);
  return await scan(runtime, { signal: new AbortController().signal });
}

async function ignore(value: JsonValue): Promise<void> {
  await setSetting(runtime, 'alice', { key: 'ignore', value });
}

async function found(query: string): Promise<readonly (readonly [string, string | undefined])[]> {
  const parsed = parseQuery(query, itemVocabulary);
  if (!parsed.ok) throw new Error(query);
  const { rows } = await listItems(database(), systemViewer, {
    query: parsed.query,
    now: engine.clock.now(),
    sort: 'name',
    limit: 10,
  });
  return rows.map(({ name, ignoredBy }) => [name, ignoredBy]);
}

async function ignoredCounts(): Promise<readonly string[]> {
  const search = { now: engine.clock.now(), technology: 'fake.note', limit: 10 };
  const { rows } = await listCoverage(database(), systemViewer, search);
  return rows.map(({ region, listed, ignored }) => `${region}: ${ignored} of ${listed}`);
}

const temporary = [{ name: 'temporary', prefix: 'tmp-' }];

describe('a new item that is ignored', () => {
  beforeEach(async () => {
    await ignore(temporary);
    putNote('tmp-1', 'account:x9');
    putNote('xtmp-2', 'account:x9');
    await look();
  });

  it('is recorded and told of to nobody, unlike its neighbour', async () => {
    expect(await itemStates(database())).toEqual([
      'fake.note/kept active',
      'fake.note/tmp-1 active',
      'fake.note/xtmp-2 active',
    ]);
    expect((await eventNames(database())).slice(1).toSorted()).toEqual([
      'issue.opened xtmp-2',
      'item.created xtmp-2',
      'settings.changed',
    ]);
  });

  it('is found, named and counted as ignored', async () => {
    expect(await found('is:ignored')).toEqual([['tmp-1', 'temporary']]);
    expect(await found('-is:ignored')).toEqual([
      ['kept', undefined],
      ['xtmp-2', undefined],
    ]);
    expect(await ignoredCounts()).toEqual(['north: 1 of 3', 'south: 0 of 0']);
  });

  it('keeps its history, and nobody is told of its changes and its end', async () => {
    const before = (await eventNames(database())).length;
    putNote('tmp-1', 'account:x8');
    await look();
    engine.cloud.account('a1').remove('note', 'tmp-1');
    await look();
    await look();
    expect((await revisionKinds(database())).filter((kind) => kind.startsWith('tmp-1'))).toEqual([
      'tmp-1 created',
      'tmp-1 changed',
      'tmp-1 deleted',
    ]);
    expect((await eventNames(database())).slice(before)).toEqual([]);
    expect(await ignoredCounts()).toEqual(['north: 0 of 2', 'south: 0 of 0']);
  });

  it('is back with its history when the entry goes', async () => {
    putNote('tmp-1', 'account:x8');
    await look();
    await ignore([]);
    await look();
    expect(await found('is:ignored')).toEqual([]);
    expect(await found('is:open')).toEqual([
      ['kept', undefined],
      ['tmp-1', undefined],
      ['xtmp-2', undefined],
    ]);
    expect((await revisionKinds(database())).filter((kind) => kind.startsWith('tmp-1'))).toEqual([
      'tmp-1 created',
      'tmp-1 changed',
    ]);
  });

  it('is told of from then on', async () => {
    await ignore([]);
    await look();
    const before = (await eventNames(database())).length;
    putNote('tmp-1', 'nothing');
    await look();
    expect((await eventNames(database())).slice(before).toSorted()).toEqual([
      'issue.fixed tmp-1',
      'item.changed tmp-1',
    ]);
  });
});
