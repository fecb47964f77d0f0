import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import { createAuditBench, enqueueItem, givenWidget, open, quietWidget } from './testing/audit-bench.ts';

const database = useTestDatabase();

describe('a config that another version of the watcher recorded', () => {
  it('is judged only when it has been recorded anew: no issue opens or closes by what was never asked for', async () => {
    const bench = await createAuditBench(database());
    const { id } = await givenWidget(bench, 'w', { config: { ...quietWidget('w'), Rules: [open(22)] } });
    const statuses = async (): Promise<readonly string[]> =>
      (await bench.db.selectFrom('issue').select('status').execute()).map(({ status }) => status);
    const setItem = async (recorder: string, rules: readonly unknown[]): Promise<void> => {
      const config = { ...quietWidget('w'), Rules: rules };
      await bench.db
        .updateTable('item')
        .set({ recorder, config: JSON.stringify(config), config_hash: `${recorder} ${rules.length}` })
        .where('id', '=', id)
        .execute();
      await enqueueItem(bench, id);
      await bench.audit();
    };
    await setItem('w1.c1.r1.k1', [open(22)]);
    expect(await statuses()).toEqual(['open']);
    await setItem('w0.c1.r1.k1', []);
    expect(await statuses()).toEqual(['open']);
    await setItem('w1.c1.r1.k1', []);
    expect(await statuses()).toEqual(['fixed']);
  });

  it('leaves its checks unknown, not silent, when the item can no longer be read at all', async () => {
    const bench = await createAuditBench(database());
    const { id } = await givenWidget(bench, 'w', { config: { ...quietWidget('w'), Rules: [open(22)] } });
    await bench.audit();
    const denied = { path: '', class: 'access_denied', message: 'no' } as const;
    await bench.db
      .updateTable('item')
      .set({ recorder: 'w0.c1.r1.k1', unreadable: JSON.stringify([denied]) })
      .where('id', '=', id)
      .execute();
    await enqueueItem(bench, id);
    const { unknown } = await bench.audit();
    expect(unknown).toBe(4);
    const issues = await bench.db.selectFrom('issue').select(['status', 'unverified_since']).execute();
    expect(issues).toEqual([{ status: 'open', unverified_since: bench.clock.now() }]);
  });
});
