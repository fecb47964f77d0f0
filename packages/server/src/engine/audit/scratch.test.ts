import { expect, it } from 'vitest';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import { systemViewer } from '../../store/viewer.ts';
import { createStage, runScan, mutate } from '../../../../../test/laws/history/stage.ts';
import { justifyIssue } from './decide-issue.ts';
const database = useTestDatabase();
const person = { viewer: systemViewer, name: 'x' };
it('D2', async () => {
  const stage = await createStage(database(), ['a1']);
  const put = (policy: string) => stage.cloud.account('a1').put({ kind: 'widget', name: 'w1', attached: ['v'], policy });
  const go = async () => { stage.clock.advance(60_000); await runScan(stage, { faults: [] }); return (await database().selectFrom('issue').selectAll().execute()).map((i) => i.status); };
  put('public one');
  expect(await go()).toEqual(['open']);
  const [issue] = await database().selectFrom('issue').select('id').execute();
  await justifyIssue(stage.runtime, person, { issueId: issue?.id ?? '', reason: 'r' });
  expect(await go()).toEqual(['justified']);
  stage.cloud.account('a1').remove('widget', 'w1');
  expect(await go()).toEqual(['fixed']);
  put('private');
  expect(await go()).toEqual(['fixed']);
  put('public one');
  expect(await go()).toEqual(['open']);
});
it('D3', async () => {
  const stage = await createStage(database(), ['a1']);
  stage.cloud.account('a1').put({ kind: 'widget', name: 'w1', attached: ['v'], policy: 'public one' });
  const go = async () => { stage.clock.advance(60_000); await runScan(stage, { faults: [] }); return (await database().selectFrom('issue').selectAll().execute()).map((i) => `${i.lineage} ${i.status}`); };
  await go();
  const [issue] = await database().selectFrom('issue').select('id').execute();
  await justifyIssue(stage.runtime, person, { issueId: issue?.id ?? '', reason: 'r' });
  const item = await database().selectFrom('item').selectAll().where('name', '=', 'w1').executeTakeFirstOrThrow();
  // as if recorded under another name before
  await database().updateTable('item').set({ lineage: 'fake:a1:north:widget/old', name: 'old' }).where('id', '=', item.id).execute();
  await database().updateTable('issue').set({ lineage: 'fake:a1:north:widget/old' }).execute();
  stage.cloud.account('a1').put({ kind: 'widget', name: 'w1', attached: ['v'], policy: 'public one', body: { Size: 2 } });
  expect(await go()).toEqual(['fake:a1:north:widget/w1 justified']);
});
