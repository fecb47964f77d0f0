/** Accounts and technologies that are switched off, or whose plugin could not be loaded: nobody looks at them, so what is known of them must not pass for the present. */
import type { Failure } from '@security-monkey/sdk';
import { listAccounts } from '../store/accounts.ts';
import { beginRun, setNextRun } from '../store/coverage.ts';
import type { Database } from '../store/database/database.ts';
import type { Row } from '../store/schema.ts';
import type { Scope } from '../store/scope.ts';
import { systemViewer } from '../store/viewer.ts';
import { unwatchedFailure } from './collect/plan-scopes.ts';
import { leaseDuration } from './collect/scope-lease.ts';
import { missingFailure, missingType } from './missing-plugin.ts';
import { isLostLease } from './record/lost-lease.ts';
import { persistFrozen } from './record/persist-conclusion.ts';
import type { Runtime } from './runtime.ts';
import type { Settings } from './settings/schema.ts';
import { loadSettings } from './settings/settings.ts';
import { isWatched } from './settings/watching.ts';

/**
 * Freezes what is known of inactive accounts, of technologies that the settings switch off, and of everything that no plugin
 * brings while one of them could not be loaded; and thereby enqueues it. A scope that a run still holds is left to the next time;
 * the first scan after the switch was turned on again, or with the plugin, thaws. Writes nothing when everything is frozen already.
 */
export async function freezeInactive(runtime: Runtime): Promise<void> {
  const { activation } = await loadSettings(runtime.db);
  const unfrozen = [
    ...(await scopesOfInactiveAccounts(runtime.db)),
    ...(await unwatchedScopes(runtime.db, activation)),
    ...(await orphanedScopes(runtime)),
  ];
  for (const { scope, failure } of unfrozen) {
    const at = runtime.clock.now();
    const leaseUntil = new Date(at.getTime() + leaseDuration);
    const epoch = await beginRun(runtime.db, { scope, holder: runtime.nextId(), leaseUntil, at });
    if (epoch === undefined) continue;
    try {
      await persistFrozen(runtime, { run: { scope, epoch } }, failure);
    } catch (error) {
      if (!isLostLease(error)) throw error;
    }
    await setNextRun(runtime.db, [scope], null);
  }
}

type Unfrozen = { readonly scope: Scope; readonly failure: Failure };

async function scopesOfInactiveAccounts(db: Database): Promise<readonly Unfrozen[]> {
  const rows = await unfrozenScopes(db).where('account.active', '=', false).execute();
  return rows.map(({ name, leftOut, ...scope }) => ({
    scope,
    failure: {
      class: 'account_suspended',
      message: leftOut ?? `${name} is switched off: it is not watched.`,
    },
  }));
}

/** Asks the database only where the settings switch something off. */
async function unwatchedScopes(
  db: Database,
  activation: Settings['activation'],
): Promise<readonly Unfrozen[]> {
  const off = [activation.technologies, ...Object.values(activation.accounts)].flatMap((layer) =>
    Object.keys(layer).filter((technology) => layer[technology] === false),
  );
  if (off.length === 0) return [];
  const accounts = new Map((await listAccounts(db, systemViewer)).map((account) => [account.id, account]));
  const rows = await unfrozenScopes(db)
    .where('account.active', '=', true)
    .where('coverage.technology', 'in', off)
    .execute();
  return rows
    .filter((row) => isOff(accounts.get(row.accountId), activation, row.technology))
    .map(({ accountId, technology, region }) => ({
      scope: { accountId, technology, region },
      failure: unwatchedFailure(technology),
    }));
}

/** What a plugin brought that is deliberately there no more stays as it is: its issues retire. */
async function orphanedScopes({ db, registry }: Runtime): Promise<readonly Unfrozen[]> {
  if (registry.failedPlugins.length === 0) return [];
  const rows = await unfrozenScopes(db).select('account.type').where('account.active', '=', true).execute();
  return rows.flatMap(({ accountId, technology, region, type }) => {
    const scope = { accountId, technology, region };
    if (registry.accountType(type) === undefined)
      return [{ scope, failure: missingFailure(missingType(type)) }];
    if (registry.watcher(technology) !== undefined) return [];
    return [{ scope, failure: missingFailure(`No plugin brings the technology ${technology}.`) }];
  });
}

function isOff(
  account: Row<'account'> | undefined,
  activation: Settings['activation'],
  technology: string,
): boolean {
  return account !== undefined && !isWatched(activation, { technology, account });
}

/** Those that were never looked at stay so: when the account is on again, its enrolment waits for them. */
function unfrozenScopes(db: Database) {
  return db
    .selectFrom('coverage')
    .innerJoin('account', 'account.id', 'coverage.account_id')
    .select([
      'account.name',
      'account.left_out as leftOut',
      'coverage.account_id as accountId',
      'coverage.technology',
      'coverage.region',
    ])
    .where('coverage.state', 'in', ['complete', 'failed'])
    .orderBy('coverage.account_id')
    .orderBy('coverage.technology')
    .orderBy('coverage.region');
}
