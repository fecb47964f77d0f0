/** Failures of single items: one row each, written only when it changes, removed on the next good look. */
import { type Failure, hashText } from '@security-monkey/sdk';
import type { Database } from '../../store/database/database.ts';
import { pastSubject, recordFailures } from '../../store/failures.ts';
import type { FailureStage, Row } from '../../store/schema.ts';
import type { Scope } from '../../store/scope.ts';
import { isOneOf } from '../../store/sees.ts';
import type { SeenSet } from './seen-set.ts';

export type ItemFailure = {
  /** The item's identity; {@link unidentified} when not even that could be told. */
  readonly subject: string;
  readonly stage: FailureStage;
  readonly failure: Failure;
};

/** The subject of failures of items that could not be identified. */
export const unidentified = '(unidentified)';

const longestSubject = 400;

/** The subject as it is stored: an identity that is too long for an index is cut and told from others by its hash. */
function storedSubject(subject: string): string {
  if (subject.length <= longestSubject) return subject;
  return `${subject.slice(0, longestSubject).toWellFormed()}… ${hashText(subject)}`;
}

/** The stored failures of these subjects. */
export async function loadFailures(
  db: Database,
  scope: Scope,
  subjects: readonly string[],
): Promise<readonly Row<'failure'>[]> {
  if (subjects.length === 0) return [];
  return await inScope(db, scope)
    .where(isOneOf('subject', subjects.map(storedSubject), 'text'))
    .execute();
}

export async function hasFailures(db: Database, scope: Scope): Promise<boolean> {
  const row = await inScope(db, scope).limit(1).executeTakeFirst();
  return row !== undefined;
}

function inScope(db: Database, scope: Scope) {
  return ofScope(db, scope).where('stage', 'in', ['describe', 'record']);
}

function ofScope(db: Database, scope: Scope) {
  return db
    .selectFrom('failure')
    .selectAll()
    .where('account_id', '=', scope.accountId)
    .where('technology', '=', scope.technology)
    .where('region', '=', scope.region);
}

/** What becomes of a page's failures. */
export type FailurePlan = {
  /** Rows to write; the id is the stored row's where there is one. */
  readonly writes: readonly Omit<Row<'failure'>, 'first_at'>[];
  /** Ids of rows whose item is well again. */
  readonly over: readonly string[];
  /** Ids of all rows that hold from now on, written or not. */
  readonly failing: readonly string[];
};

/** Nothing is written for a failure that goes on as it was. */
export function planFailures(given: {
  readonly scope: Scope;
  readonly failures: readonly ItemFailure[];
  readonly stored: readonly Row<'failure'>[];
  readonly now: Date;
  readonly nextId: () => string;
}): FailurePlan {
  const { scope, failures, stored, now, nextId } = given;
  const storedBy = new Map(stored.map((row) => [keyOf(row), row]));
  const rows = failures.map((failure) => {
    const before = storedBy.get(keyOf({ ...failure, subject: storedSubject(failure.subject) }));
    const isSame = before !== undefined && isSameFailure(before.detail, failure.failure);
    return { id: before?.id ?? nextId(), isSame, failure };
  });
  const failing = new Set(rows.map(({ id }) => id));
  return {
    writes: rows
      .filter(({ isSame }) => !isSame)
      .map(({ id, failure: { subject, stage, failure } }) => ({
        id,
        account_id: scope.accountId,
        technology: scope.technology,
        region: scope.region,
        subject: storedSubject(subject),
        stage,
        class: failure.class,
        detail: failure,
        last_at: now,
      })),
    over: stored
      .filter(({ id, subject }) => !failing.has(id) && subject !== unidentified)
      .map(({ id }) => id),
    failing: [...failing],
  };
}

function keyOf({ stage, subject }: Pick<ItemFailure, 'stage' | 'subject'>): string {
  return `${stage} ${subject}`;
}

/** Messages carry request ids and the like; they make no difference. */
function isSameFailure(left: Failure, right: Failure): boolean {
  return (
    left.class === right.class &&
    left.code === right.code &&
    left.operation === right.operation &&
    left.permission === right.permission
  );
}

export async function writeFailurePlan(db: Database, { writes, over }: FailurePlan): Promise<void> {
  await recordFailures(db, writes);
  await removeFailures(db, over);
}

/** Writes these failures where they are new or others than before; gives the ids of their rows. */
export async function keepFailures(
  db: Database,
  found: Omit<Parameters<typeof planFailures>[0], 'stored'>,
): Promise<readonly string[]> {
  const subjects = found.failures.map(({ subject }) => subject);
  const stored = await loadFailures(db, found.scope, subjects);
  const { writes, failing } = planFailures({ ...found, stored });
  await recordFailures(db, writes);
  return failing;
}

/** The scope's history could not be read, for this reason; without one it could. */
export async function keepPastFailure(
  db: Database,
  {
    scope,
    failure,
    now,
    nextId,
  }: {
    readonly scope: Scope;
    readonly failure: Failure | undefined;
    readonly now: Date;
    readonly nextId: () => string;
  },
): Promise<void> {
  const stored = await ofScope(db, scope)
    .where('stage', '=', 'list')
    .where('subject', '=', pastSubject)
    .execute();
  const failures = failure === undefined ? [] : [{ subject: pastSubject, stage: 'list', failure } as const];
  await writeFailurePlan(db, planFailures({ scope, failures, stored, now, nextId }));
}

async function removeFailures(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('failure').where(isOneOf('id', ids)).execute();
}

/** Removes the failures of items that a complete listing neither showed failing again nor showed at all. */
export async function removeStaleFailures(db: Database, scope: Scope, failing: SeenSet): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await inScope(db, scope).where('id', '>', after).orderBy('id').limit(1_000).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    await removeFailures(
      db,
      rows.filter(({ id }) => !failing.has(id)).map(({ id }) => id),
    );
    after = last.id;
  }
}
