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
});
