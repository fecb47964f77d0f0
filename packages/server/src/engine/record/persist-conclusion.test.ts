import { expect, it } from 'vitest';
import { useCollectTest } from '../testing/collect-test.ts';
import { itemStates, revisionKinds } from '../testing/engine-test.ts';
import { persistConclusion } from './persist-conclusion.ts';
import { createRecorder } from './recorder.ts';
import { createSeenSet } from './seen-set.ts';

const { db, engine, givenWidgets, scan, itemNamed, accountId } = useCollectTest();

it('concludes nothing of an item that another scope has seen and taken over meanwhile', async () => {
  givenWidgets(2);
  await scan();
  const { runtime } = engine();
  const watcher = runtime.registry.watcher('fake.widget');
  if (watcher === undefined) throw new Error('The fake plugin brings it.');
  const account = await db().selectFrom('account').selectAll().executeTakeFirstOrThrow();
  const scope = { accountId: accountId(), technology: 'fake.widget', region: 'south' };
  const { epoch } = await db()
    .selectFrom('coverage')
    .select('epoch')
    .where('technology', '=', scope.technology)
    .where('region', '=', scope.region)
    .executeTakeFirstOrThrow();
  const place = { partition: 'fake', account: 'a1', region: 'south' };
  const record = {
    account,
    run: { scope, epoch },
    recorder: createRecorder(watcher, place, runtime.digestKey),
    seen: createSeenSet(),
    gone: createSeenSet(),
    failing: createSeenSet(),
    ignore: [],
    hadFailures: false,
  };
  const deleted = [(await itemNamed('w1')).id];
  const marked = [(await itemNamed('w2')).id];
  const conclusions = { deleted, present: [], marked, thawed: [], held: 1, unanswered: [] };
  await persistConclusion(runtime, record, { conclusions, listed: 0 });
  expect(await itemStates(db())).toEqual(['fake.widget/w1 active', 'fake.widget/w2 active']);
  expect((await itemNamed('w2')).missing_since).toBeNull();
  expect(await revisionKinds(db())).toEqual(['w1 created', 'w2 created']);
});
