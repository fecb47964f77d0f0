/** What a change of intervals makes of the times at which scopes are due. */
import { sql } from 'kysely';
import { batches } from './bulk.ts';
import type { Database } from './database/database.ts';

export type ChangedInterval = {
  readonly account_id: string;
  readonly technology: string;
  readonly minutes: number;
};

/** Scopes that have a time get another one: so many minutes after their last attempt. */
export async function setIntervals(db: Database, changed: readonly ChangedInterval[]): Promise<void> {
  for (const batch of batches(changed, ['account_id', 'technology', 'minutes'])) {
    await sql`
      update coverage
      set next_run_at = coverage.last_attempt_at + given.minutes * interval '1 minute'
      from json_to_recordset(${batch}::json) as given(account_id uuid, technology text, minutes integer)
      where coverage.account_id = given.account_id and coverage.technology = given.technology
        and coverage.next_run_at is not null and coverage.last_attempt_at is not null`.execute(db);
  }
}
