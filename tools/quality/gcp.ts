/** Scans the estate of Google Cloud over the wire, on the embedded database and on a PostgreSQL server. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import gcp from '../../packages/gcp/src/index.ts';
import { createKeyboard } from '../../packages/server/src/cli/testing/type-command.ts';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import { type Database, openDatabase } from '../../packages/server/src/store/database/database.ts';
import { issuesByPlace, readIssues } from '../../test/e2e/rows.ts';
import { createDatabase } from '../../test/e2e/workspace.ts';
import { startFakeGcp } from '../../test/fake-gcp/start.ts';
import { onVirtualTime } from '../../test/gcp/calm-time.ts';
import { expectations } from '../../test/gcp/expectations.ts';
import { wholeEstate } from '../../test/gcp/resources/build.ts';
import { discoverEstate } from '../../test/gcp/watching.ts';
import { type FoundIssues, qualityOf, type Scanned } from './page.ts';

/** What the scan found, the same on both engines, and the part of the page that is another one with every run. */
export async function scanGcp(): Promise<{ readonly scanned: Scanned; readonly speed: string }> {
  const embedded = await onEmbedded(scanOn);
  const postgres = await onPostgres(scanOn);
  if (!isDeepStrictEqual(embedded.found, postgres.found))
    throw new Error('The two engines have found different issues in the estate of Google Cloud.');
  const judged = gcp.checks.map(({ id, watcher }) => ({ check: id, technology: watcher.id }));
  const { found } = embedded;
  return {
    scanned: { qualities: qualityOf(judged, expectations, found), rows: expectations, found },
    speed: speedOf(embedded, postgres),
  };
}

type Measured = {
  readonly found: FoundIssues;
  readonly calls: number;
  /** Milliseconds. */
  readonly first: number;
  readonly second: number;
  /** Items created, changed and deleted by the second scan. */
  readonly news: number;
};

function speedOf(embedded: Measured, postgres: Measured): string {
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  return `The first scan of the estate of Google Cloud makes ${embedded.calls} calls. On the machine of the last writing it took ${seconds(embedded.first)} on the embedded database and ${seconds(postgres.first)} on PostgreSQL, in one process with the server that answers; the second ${seconds(embedded.second)} and ${seconds(postgres.second)}, with ${embedded.news} and ${postgres.news} items that had changed. Both engines found the same.
`;
}

async function scanOn(db: Database): Promise<Measured> {
  const fake = await startFakeGcp(wholeEstate, { pageCap: 7 });
  try {
    const keyboard = createKeyboard(db, ({ runtime, clock }) => ({
      ...runtime,
      registry: createRegistry([onVirtualTime(clock)]),
    }));
    await discoverEstate(keyboard, fake.url);
    const before = fake.requests.length;
    const timed = async () => {
      const started = performance.now();
      const [summary] = await keyboard.json('scan');
      return { summary, took: performance.now() - started };
    };
    const first = await timed();
    const calls = fake.requests.length - before;
    const second = await timed();
    const news = ['created', 'changed', 'deleted'].map((kind) => Number(second.summary?.[kind]));
    return {
      found: issuesByPlace(await readIssues(keyboard)),
      calls,
      first: first.took,
      second: second.took,
      news: news.reduce((sum, count) => sum + count, 0),
    };
  } finally {
    await fake.close();
  }
}

async function onEmbedded<Value>(work: (db: Database) => Promise<Value>): Promise<Value> {
  const directory = await mkdtemp(join(tmpdir(), 'security-monkey-quality-'));
  const opened = await openDatabase({ directory: join(directory, 'database') });
  try {
    return await work(opened.db);
  } finally {
    await opened.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function onPostgres<Value>(work: (db: Database) => Promise<Value>): Promise<Value> {
  const own = await createDatabase();
  const opened = await openDatabase({ url: own.url });
  try {
    return await work(opened.db);
  } finally {
    await opened.close();
    await own.drop();
  }
}
