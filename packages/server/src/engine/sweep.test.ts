import { expect, it } from 'vitest';
import { removeAccount } from '../store/accounts.ts';
import { inTransaction } from '../store/database/transaction.ts';
import { sweep } from './sweep.ts';
import { useCollectTest } from './testing/collect-test.ts';
import { collect, givenFakeAccount } from './testing/engine-test.ts';

const { db, engine, estate, scan, accountId } = useCollectTest();

const swept = (): Promise<number> => sweep(engine().runtime, new AbortController().signal);

it('removes the configs of a removed account once the grace is over, and none that something has', async () => {
  estate().put({ kind: 'note', name: 'kept', body: { Text: 'one' } });
  estate().put({ kind: 'note', name: 'gone', body: { Text: 'two' } });
  await scan();
  const other = await givenFakeAccount(engine().runtime, 'a2');
  engine()
    .cloud.account('a2')
    .put({ kind: 'note', name: 'kept', body: { Text: 'one' } });
  await collect(engine().runtime, other.id);
  await inTransaction(db(), (tx) => removeAccount(tx, accountId()));
  engine().clock.advance(24 * 3_600_000);
  expect(await swept()).toBe(0);
  engine().clock.advance(25 * 3_600_000);
  expect(await swept()).toBe(1);
  const left = await db().selectFrom('config').select('body').execute();
  expect(left).toEqual([{ body: { Name: 'kept', Text: 'one' } }]);
});
