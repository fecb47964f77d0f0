/** What of the accounts is due for a listing. */
import { sql } from 'kysely';
import type { Registry } from '../engine/registry.ts';
import type { Settings } from '../engine/settings/schema.ts';
import { intervalOf, isWatched } from '../engine/settings/watching.ts';
import { listAccounts } from '../store/accounts.ts';
import type { Database } from '../store/database/database.ts';
import type { Row } from '../store/schema.ts';
import { systemViewer } from '../store/viewer.ts';

export type DueAccount = { readonly account: Row<'account'>; readonly technologies: readonly string[] };

export type DueQuestion = {
  readonly registry: Registry;
  readonly settings: Pick<Settings, 'intervals' | 'activation'>;
  readonly now: Date;
  /** Only this account. */
  readonly accountId?: string;
};

/** The active accounts with their due technologies, as far as they are watched: a new account is due whole and at once. */
export async function findDueAccounts(db: Database, question: DueQuestion): Promise<readonly DueAccount[]> {
  const due = Map.groupBy(await scopesThatMayBeDue(db, question), ({ account_id }) => account_id);
  const fresh = new Map((await accountsWithoutScopes(db, question)).map((row) => [row.id, row]));
  const ids = question.accountId === undefined ? [...due.keys(), ...fresh.keys()] : [question.accountId];
  const accounts = await listAccounts(db, systemViewer, { ids, active: true });
  return accounts.flatMap((account) => {
    const tried = fresh.get(account.id);
    const isDueWhole =
      tried !== undefined &&
      (isAskedFor(account, tried.last_try) || isOver(question, { account, technology: '' }, tried.last_try));
    const wanted = new Set((due.get(account.id) ?? []).filter(isDue(question, account)).map(technologyOf));
    const technologies = question.registry
      .watchersFor(account.type)
      .map(({ id }) => id)
      .filter((technology) => isWatched(question.settings.activation, { technology, account }))
      .filter((id) => isDueWhole || wanted.has(id));
    return technologies.length === 0 ? [] : [{ account, technologies }];
  });
}

/** The scopes of a technology in an account whose time has come, or that have none. */
type Candidate = {
  readonly technology: string;
  readonly has_come: boolean;
  /** Of those without a time, when the one that waits longest was last complete. */
  readonly last_complete_at: Date | null;
};

function technologyOf({ technology }: Candidate): string {
  return technology;
}

/** A scope that was only finished by hand has no time: its interval counts from there. */
function isDue(question: DueQuestion, account: Row<'account'>): (scopes: Candidate) => boolean {
  return ({ technology, has_come: hasCome, last_complete_at: last }) =>
    hasCome || isOver(question, { account, technology }, last);
}

type Place = { readonly account: Row<'account'>; readonly technology: string };

/** Whether a person asked for a scan since the last try. */
function isAskedFor({ scan_asked_at: asked }: Row<'account'>, lastTry: Date | null): boolean {
  return asked !== null && (lastTry === null || lastTry < asked);
}

/** Whether the interval since then is over. */
function isOver({ settings, now }: DueQuestion, place: Place, since: Date | null): boolean {
  return since === null || since.getTime() + intervalOf(settings.intervals, place) <= now.getTime();
}

/**
 * By the index on next_run_at. Scopes that were never finished have no time and are due at once, as are those that were switched
 * off, once they are on again.
 */
async function scopesThatMayBeDue(db: Database, { now, accountId }: DueQuestion) {
  return await db
    .selectFrom('coverage')
    .innerJoin('account', 'account.id', 'coverage.account_id')
    .select(['coverage.account_id', 'coverage.technology'])
    .select((eb) => [
      sql<boolean>`bool_or(coverage.next_run_at is not null or coverage.state = 'frozen'
        or coverage.last_complete_at is null)`.as('has_come'),
      eb.fn.min('coverage.last_complete_at').as('last_complete_at'),
    ])
    .where('account.active', '=', true)
    .where(sql<boolean>`(coverage.next_run_at <= ${now} or coverage.next_run_at is null)`)
    .$if(accountId !== undefined, (query) => query.where('coverage.account_id', '=', accountId ?? ''))
    .groupBy(['coverage.account_id', 'coverage.technology'])
    .execute();
}

/** New ones, and those that could never be connected to, with the time of the last try. */
async function accountsWithoutScopes(
  db: Database,
  { accountId }: DueQuestion,
): Promise<readonly { readonly id: string; readonly last_try: Date | null }[]> {
  return await db
    .selectFrom('account')
    .select((eb) => [
      'account.id',
      eb
        .selectFrom('failure')
        .select(({ fn }) => fn.max('failure.last_at').as('last_at'))
        .whereRef('failure.account_id', '=', 'account.id')
        .where('failure.stage', '=', 'connect')
        .as('last_try'),
    ])
    .where('account.active', '=', true)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('coverage').select('technology').whereRef('coverage.account_id', '=', 'account.id'),
        ),
      ),
    )
    .$if(accountId !== undefined, (query) => query.where('account.id', '=', accountId ?? ''))
    .execute();
}
