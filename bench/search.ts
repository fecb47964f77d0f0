/** How long a page of a search takes at 100,000 items: the 95th of 100 calls, per kind of query and engine. */

import { scan } from '../packages/server/src/engine/scan.ts';
import { parseQuery } from '../packages/server/src/query/parse.ts';
import { itemVocabulary } from '../packages/server/src/query/vocabulary-items.ts';
import type { Database } from '../packages/server/src/store/database/database.ts';
import { systemViewer } from '../packages/server/src/store/viewer.ts';
import { listItems } from '../packages/server/src/store/views/list-items.ts';
import { generatedPlugin } from './estate.ts';
import { report } from './report.ts';
import { benchRuntime, type Engine, engines, withDatabase } from './workspace.ts';

const count = 100_000;
const rounds = 100;
const goals: Readonly<Record<Engine, number>> = { pglite: 150, postgres: 50 };

const queries = [
  '',
  'technology:bench.thing',
  'thing-edge-4',
  'name:thing-data*',
  'tag:team=payments region:here',
  'score>=5',
  'tag:environment=production -tag:team=edge',
];

export async function search(): Promise<void> {
  for (const engine of engines) {
    await withDatabase(engine, async (db) => {
      const runtime = await benchRuntime(db, generatedPlugin(count));
      await scan(runtime, { signal: new AbortController().signal });
      for (const text of queries) {
        const p95 = await measure(db, text);
        report(
          `search "${text}", ${count} items, ${engine}`,
          `p95 ${p95.toFixed(1)} ms (goal ${goals[engine]})`,
        );
      }
    });
  }
}

async function measure(db: Database, text: string): Promise<number> {
  const parsed = parseQuery(text, itemVocabulary);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await listItems(db, systemViewer, { query: parsed.query, limit: 50, now: new Date() });
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds * 0.95)] ?? 0;
}
