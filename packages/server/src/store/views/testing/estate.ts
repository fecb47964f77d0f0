/** Rows beside items for the tests of the views: revisions, coverage, relations, transitions and what else they join. */
import { createHash } from 'node:crypto';
import type { Failure, JsonObject } from '@security-monkey/sdk';
import type { Insertable } from 'kysely';
import { searchTerms } from '../../../query/terms.ts';
import type { Database } from '../../database/database.ts';
import type { Row, Tables } from '../../schema.ts';
import { givenId, givenItem, givenTime } from '../../testing/given.ts';
import type { Viewer } from '../../viewer.ts';

/** A moment so many hours after the fixed one. */
export function hour(hours: number): Date {
  return new Date(givenTime.getTime() + hours * 3_600_000);
}

export function personWith(...accounts: readonly Row<'account'>[]): Viewer {
  return { kind: 'person', userId: givenId(), accounts: accounts.map(({ id }) => id) };
}

/** As the collector records it: with the words of the item, and its addresses as networks. */
export async function givenSearchable(
  db: Database,
  overrides: Parameters<typeof givenItem>[1] & { readonly networks?: readonly string[] },
): Promise<Row<'item'>> {
  const { networks = [], ...rest } = overrides;
  const name = rest.name ?? 'bucket';
  const identity = rest.identity ?? `identity-of-${name}`;
  const lineage = rest.lineage ?? `arn:aws:s3:::${name}`;
  const terms = searchTerms({ name, identity, lineage, tags: rest.tags ?? {}, terms: networks });
  const item = await givenItem(db, { ...rest, name, identity, lineage, terms });
  for (const network of networks) {
    await db.insertInto('item_network').values({ item_id: item.id, network }).execute();
  }
  return item;
}

type RevisionGiven = Partial<Omit<Insertable<Tables['revision']>, 'actor' | 'config_hash'>> & {
  readonly config?: JsonObject;
  readonly actor?: JsonObject;
};

/** A revision of the item and its config; the item's own row stays as it is. */
export async function givenRevision(
  db: Database,
  item: Row<'item'>,
  { config = {}, actor, ...rest }: RevisionGiven,
): Promise<Row<'revision'>> {
  const body = JSON.stringify(config);
  const hash = createHash('sha256').update(body).digest('hex');
  await db
    .insertInto('config')
    .values({ hash, body, stored_at: givenTime })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db
    .insertInto('revision')
    .values({
      id: givenId(),
      item_id: item.id,
      valid_from: givenTime,
      observed_at: givenTime,
      kind: 'changed',
      source: 'scan',
      unreadable: '[]',
      ...rest,
      config_hash: hash,
      actor: actor === undefined ? null : JSON.stringify(actor),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function givenCoverage(
  db: Database,
  account: Row<'account'>,
  overrides: Partial<Omit<Insertable<Tables['coverage']>, 'failure'>> & { readonly failure?: Failure } = {},
): Promise<void> {
  const { failure, ...rest } = overrides;
  await db
    .insertInto('coverage')
    .values({
      account_id: account.id,
      technology: 'aws.s3-bucket',
      region: 'global',
      state: 'complete',
      ...rest,
      failure: failure === undefined ? null : JSON.stringify(failure),
    })
    .execute();
}

export async function givenTransition(
  db: Database,
  issue: Row<'issue'>,
  overrides: Partial<Omit<Insertable<Tables['issue_transition']>, 'detail'>>,
): Promise<void> {
  await db
    .insertInto('issue_transition')
    .values({
      id: givenId(),
      issue_id: issue.id,
      at: givenTime,
      from_status: null,
      to_status: 'open',
      cause: 'config',
      ...overrides,
      detail: '{}',
    })
    .execute();
}

export async function givenJustification(
  db: Database,
  issue: Row<'issue'>,
  overrides: Partial<Omit<Insertable<Tables['justification']>, 'evidence'>> = {},
): Promise<void> {
  await db
    .insertInto('justification')
    .values({
      id: givenId(),
      issue_id: issue.id,
      reason: 'a public website',
      author: 'alice',
      created_at: givenTime,
      until: null,
      ended_at: null,
      ended_because: null,
      ...overrides,
      evidence: '[]',
    })
    .execute();
}

export async function givenUnknown(
  db: Database,
  item: Row<'item'>,
  overrides: Partial<Insertable<Tables['unknown']>> = {},
): Promise<void> {
  await db
    .insertInto('unknown')
    .values({
      item_id: item.id,
      check_id: 'aws.s3-bucket.public',
      class: 'access_denied',
      path: '/Policy',
      permission: 's3:GetBucketPolicy',
      message: 'Access denied',
      since: givenTime,
      ...overrides,
    })
    .execute();
}

export async function givenRelation(
  db: Database,
  item: Row<'item'>,
  overrides: Partial<Omit<Insertable<Tables['relation']>, 'value'>> & { readonly value?: JsonObject },
): Promise<void> {
  const { value = {}, ...rest } = overrides;
  await db
    .insertInto('relation')
    .values({
      item_id: item.id,
      name: 'attachments',
      technology: 'aws.ec2-network-interface',
      key: 'eni-1',
      valid_from: givenTime,
      valid_to: null,
      ...rest,
      value: JSON.stringify(value),
    })
    .execute();
}

export async function givenFailure(
  db: Database,
  account: Row<'account'>,
  overrides: Partial<Omit<Insertable<Tables['failure']>, 'detail'>> & { readonly detail: Failure },
): Promise<void> {
  const { detail, ...rest } = overrides;
  await db
    .insertInto('failure')
    .values({
      id: givenId(),
      account_id: account.id,
      technology: 'aws.s3-bucket',
      region: 'global',
      subject: '',
      stage: 'list',
      class: detail.class,
      first_at: givenTime,
      last_at: givenTime,
      ...rest,
      detail: JSON.stringify(detail),
    })
    .execute();
}

/** Renders an issue by its ids alone. */
export function plainText(issue: { readonly check: string; readonly message: string }): string {
  return `${issue.check}/${issue.message}`;
}
