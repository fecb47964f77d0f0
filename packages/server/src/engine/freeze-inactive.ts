/** Accounts that a person has switched off: nobody looks at them any more, so what is known of them must not pass for the present. */
import { beginRun, setNextRun } from '../store/coverage.ts';
import type { Database } from '../store/database/database.ts';
import type { Row } from '../store/schema.ts';
import { leaseDuration } from './collect/scope-lease.ts';
import { isLostLease } from './record/lost-lease.ts';
import { persistFrozen } from './record/persist-conclusion.ts';
import type { Runtime } from './runtime.ts';

/**
 * Freezes what is known of inactive accounts, and thereby enqueues it. A scope that a run still holds is left to the next
 * time; the first scan after the account was switched on again thaws. Writes nothing when everything is frozen already.
 */
export async function freezeInactive(runtime: Runtime): Promise<void> {
  for (const { name, ...scope } of await unfrozenScopes(runtime.db)) {
    const at = runtime.clock.now();
    const leaseUntil = new Date(at.getTime() + leaseDuration);
    const epoch = await beginRun(runtime.db, { scope, holder: runtime.nextId(), leaseUntil, at });
    if (epoch === undefined) continue;
    const message = `${name} is switched off: it is not watched.`;
    try {
      await persistFrozen(runtime, { run: { scope, epoch } }, { class: 'account_suspended', message });
    } catch (error) {
      if (!isLostLease(error)) throw error;
    }
    await setNextRun(runtime.db, [scope], null);
  }
}

/** Those that were never looked at stay so: when the account is on again, its enrolment waits for them. */
async function unfrozenScopes(db: Database): Promise<
  readonly (Pick<Row<'coverage'>, 'technology' | 'region'> & {
    readonly accountId: string;
    readonly name: string;
  })[]
> {
  return await db
    .selectFrom('coverage')
    .innerJoin('account', 'account.id', 'coverage.account_id')
    .select(['account.name', 'coverage.account_id as accountId', 'coverage.technology', 'coverage.region'])
    .where('account.active', '=', false)
    .where('coverage.state', 'in', ['complete', 'failed'])
    .orderBy('coverage.account_id')
    .orderBy('coverage.technology')
    .orderBy('coverage.region')
    .execute();
}
