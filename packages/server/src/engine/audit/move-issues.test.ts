import { beforeEach, expect, it } from 'vitest';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import { systemViewer } from '../../store/viewer.ts';
import { justifyIssue } from './decide-issue.ts';
import {
  type AuditBench,
  createAuditBench,
  enqueueItem,
  givenWidget,
  open,
  quietWidget,
  totals,
} from './testing/audit-bench.ts';

const database = useTestDatabase();

let bench: AuditBench;
beforeEach(async () => {
  bench = await createAuditBench(database());
});

const lineageOf = (name: string): string => `fake:a1:north:widget/${name}`;
const offending = { config: { ...quietWidget('w'), Rules: [open(22)] } };

/** The provider gives the resource another full name; its identity stays. */
async function rename(id: string, name: string): Promise<void> {
  bench.clock.advance(60_000);
  await bench.db
    .updateTable('item')
    .set({ name, lineage: lineageOf(name) })
    .where('id', '=', id)
    .execute();
  await enqueueItem(bench, id);
  await bench.audit();
}

async function issueStates(): Promise<readonly string[]> {
  const rows = await bench.db
    .selectFrom('issue')
    .innerJoin('item', 'item.id', 'issue.item_id')
    .select(['issue.lineage', 'issue.status', 'item.name'])
    .orderBy('issue.lineage')
    .execute();
  return rows.map(({ lineage, status, name }) => `${lineage.split('/')[1]} ${status} of ${name}`);
}

async function justify(): Promise<string> {
  const { id } = await bench.db.selectFrom('issue').select('id').executeTakeFirstOrThrow();
  await justifyIssue(bench.runtime, { viewer: systemViewer, name: 'law' }, { issueId: id, reason: 'It is.' });
  return id;
}

it('a renamed resource keeps its issue and the justification', async () => {
  const { id } = await givenWidget(bench, 'old', offending);
  await bench.audit();
  const issue = await justify();
  await rename(id, 'new');
  expect(await issueStates()).toEqual(['new justified of new']);
  expect(await bench.db.selectFrom('issue').select('id').execute()).toEqual([{ id: issue }]);
});

it('what the new name has already of a former resource goes on there, and nothing stays behind open', async () => {
  const former = await givenWidget(bench, 'new', offending);
  const { id } = await givenWidget(bench, 'old', { ...offending, identity: 'other' });
  await bench.audit();
  await bench.db.updateTable('item').set({ status: 'deleted' }).where('id', '=', former.id).execute();
  await enqueueItem(bench, former.id);
  await bench.audit();
  await rename(id, 'new');
  expect(await issueStates()).toEqual(['new open of new', 'old fixed of new']);
  expect(await totals(bench, id)).toEqual({ score: 8, open_issues: 1, unknowns: 0 });
});

it('where another resource has the old name now, the issues are that one’s', async () => {
  const { id } = await givenWidget(bench, 'old', offending);
  await bench.audit();
  await justify();
  bench.clock.advance(60_000);
  await bench.db
    .updateTable('item')
    .set({ name: 'new', lineage: lineageOf('new') })
    .where('id', '=', id)
    .execute();
  await enqueueItem(bench, id);
  await givenWidget(bench, 'old', { ...offending, identity: 'other' });
  await bench.audit();
  expect(await issueStates()).toEqual(['new open of new', 'old justified of old']);
});
