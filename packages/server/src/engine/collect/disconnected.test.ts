import { expect, it } from 'vitest';
import { useCollectTest } from '../testing/collect-test.ts';
import { eventNames } from '../testing/engine-test.ts';
import { recordDisconnection } from './disconnected.ts';

const { db, engine, givenWidgets, scan } = useCollectTest();

it('that two processes notice at the same moment is told once', async () => {
  givenWidgets(1);
  await scan();
  const account = await db().selectFrom('account').selectAll().executeTakeFirstOrThrow();
  const failure = { class: 'credentials', message: 'no' } as const;
  const notice = (holder: string) =>
    recordDisconnection(engine().runtime, { account, failure, filter: {}, holder });
  await Promise.all([notice('one'), notice('two')]);
  expect(await eventNames(db())).toEqual(['account.enrolled', 'scope.failed *']);
});
