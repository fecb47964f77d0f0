/** The hooks of a test file on collection: a new account on an empty fake cloud before each test. */
import { beforeEach } from 'vitest';
import type { Database } from '../../store/database/database.ts';
import type { Row } from '../../store/schema.ts';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import type { CollectSummary } from '../collect/collect-account.ts';
import type { ScopeResult } from '../collect/collect-scope.ts';
import type { ScopeFilter } from '../collect/plan-scopes.ts';
import { collect, givenFakeAccount } from './engine-test.ts';
import type { FakeAccount } from './fake-cloud.ts';
import { createTestRuntime, type TestRuntime } from './test-runtime.ts';

export type CollectTest = {
  readonly db: () => Database;
  readonly engine: () => TestRuntime;
  readonly accountId: () => string;
  readonly estate: () => FakeAccount;
  readonly givenWidgets: (count: number) => void;
  /** A scan a minute after the last one; `calls` then holds its calls only. */
  readonly scan: (options?: ScopeFilter & { readonly signal?: AbortSignal }) => Promise<CollectSummary>;
  readonly itemNamed: (name: string) => Promise<Row<'item'>>;
};

export function useCollectTest(): CollectTest {
  const db = useTestDatabase();
  let current: { readonly engine: TestRuntime; readonly accountId: string } | undefined;
  beforeEach(async () => {
    const engine = createTestRuntime(db());
    current = { engine, accountId: (await givenFakeAccount(engine.runtime)).id };
  });
  const inTest = (): NonNullable<typeof current> => {
    if (current === undefined) throw new Error('The engine is there inside tests only.');
    return current;
  };
  const engine = (): TestRuntime => inTest().engine;
  const estate = (): FakeAccount => engine().cloud.account('a1');
  return {
    db,
    engine,
    estate,
    accountId: () => inTest().accountId,
    givenWidgets: (count) => {
      for (let index = 1; index <= count; index += 1)
        estate().put({ kind: 'widget', name: `w${index}`, body: { Members: [{ Id: 'm1' }, { Id: 'm2' }] } });
    },
    scan: async (options) => {
      engine().clock.advance(60_000);
      engine().cloud.calls.length = 0;
      return await collect(engine().runtime, inTest().accountId, options);
    },
    itemNamed: async (name) =>
      await db()
        .selectFrom('item')
        .selectAll()
        .where('name', '=', name)
        .orderBy('first_seen', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow(),
  };
}

/** The result of one scope of a summary. */
export function scopeOf(
  summary: CollectSummary,
  technology: string,
  region = 'north',
): ScopeResult | undefined {
  return summary.scopes.find(
    (result) => result.scope.technology === technology && result.scope.region === region,
  );
}
