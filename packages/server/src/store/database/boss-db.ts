/** What pg-boss needs of a database, on either engine. */
import type { Sessions } from './session.ts';
import { assertNoTransaction } from './transaction.ts';

export type BossDb = {
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
  readonly listen: (
    channel: string,
    onNotification: (payload: string) => void,
    onReconnect: () => void,
  ) => Promise<{ close: () => Promise<void> }>;
};

export function bossDbOver(sessions: Sessions): BossDb {
  return {
    executeSql: async (text, values) => {
      assertNoTransaction();
      const session = await sessions.acquire();
      try {
        if (values !== undefined && values.length > 0) {
          const { rows } = await session.query(text, values);
          return { rows: [...rows] };
        }
        return { rows: [...(await session.script(text))] };
      } catch (error) {
        // Its scripts may begin a transaction, which must not outlive the failed script on a connection that others use.
        await session.script('rollback').catch(() => {});
        throw error;
      } finally {
        session.release();
      }
    },
    listen: sessions.listen,
  };
}
