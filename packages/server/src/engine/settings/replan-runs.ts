/** Brings the next runs of scopes in step with changed intervals, in the transaction of the change. */
import { listAccounts } from '../../store/accounts.ts';
import { type ChangedInterval, setIntervals } from '../../store/coverage-intervals.ts';
import type { Database } from '../../store/database/database.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { Settings } from './schema.ts';
import { intervalOf } from './watching.ts';

/** Each scope whose interval is another one is due so long after its last attempt; the others keep their times. */
export async function replanRuns(
  tx: Database,
  technologies: readonly string[],
  { before, after }: { readonly before: Settings['intervals']; readonly after: Settings['intervals'] },
): Promise<void> {
  const accounts = await listAccounts(tx, systemViewer, { active: true });
  const changed = accounts.flatMap((account) =>
    technologies.flatMap((technology): readonly ChangedInterval[] => {
      const place = { technology, account };
      const milliseconds = intervalOf(after, place);
      if (milliseconds === intervalOf(before, place)) return [];
      return [{ account_id: account.id, technology, minutes: milliseconds / 60_000 }];
    }),
  );
  await setIntervals(tx, changed);
}
