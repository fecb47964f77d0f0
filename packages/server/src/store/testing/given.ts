/** Rows for tests: whole and valid, with whatever a test cares about given. */
import { createHash } from 'node:crypto';
import type { JsonObject } from '@security-monkey/sdk';
import type { Insertable } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Row, Tables } from '../schema.ts';

let count = 0;

/** A fixed moment: tests have no clock. */
export const givenTime = new Date('2026-01-02T03:04:05.000Z');

/** A new id for a row, in rising order. */
export function givenId(): string {
  count += 1;
  return `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
}

/** An enrolled, active AWS account. */
export async function givenAccount(
  db: Database,
  overrides: Partial<Insertable<Tables['account']>> = {},
): Promise<Row<'account'>> {
  const id = overrides.id ?? givenId();
  const number = String(100_000_000_000 + count);
  return db
    .insertInto('account')
    .values({
      id,
      type: 'aws',
      identifier: number,
      name: `account-${number}`,
      fields: '{}',
      third_party: false,
      active: true,
      facts: null,
      created_at: givenTime,
      enrolled_at: givenTime,
      ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

type ItemOverrides = Partial<Omit<Insertable<Tables['item']>, 'config' | 'tags' | 'unreadable'>> & {
  readonly account_id: string;
  readonly config?: JsonObject;
  readonly tags?: Readonly<Record<string, string>>;
  readonly unreadable?: Row<'item'>['unreadable'];
};

/** An active bucket of the account, with its config stored and its first revision made. */
export async function givenItem(db: Database, overrides: ItemOverrides): Promise<Row<'item'>> {
  const { config = {}, tags = {}, unreadable = [], ...rest } = overrides;
  const id = rest.id ?? givenId();
  const name = rest.name ?? `bucket-${count}`;
  const body = JSON.stringify(config);
  const hash = rest.config_hash ?? createHash('sha256').update(body).digest('hex');
  const item = await db
    .insertInto('item')
    .values({
      id,
      technology: 'aws.s3-bucket',
      scope_region: 'global',
      region: 'us-east-1',
      identity: `identity-of-${name}`,
      lineage: `arn:aws:s3:::${name}`,
      name,
      terms: [],
      status: 'active',
      predecessor: null,
      first_seen: givenTime,
      last_changed: givenTime,
      deleted_at: null,
      missing_since: null,
      recorder: 'test',
      ...rest,
      config: body,
      config_hash: hash,
      tags: JSON.stringify(tags),
      unreadable: JSON.stringify(unreadable),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await givenFirstRevision(db, item, body);
  return item;
}

async function givenFirstRevision(db: Database, item: Row<'item'>, body: string): Promise<void> {
  await db
    .insertInto('config')
    .values({ hash: item.config_hash, body, stored_at: item.first_seen })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('revision')
    .values({
      id: givenId(),
      item_id: item.id,
      valid_from: item.first_seen,
      observed_at: item.first_seen,
      kind: 'created',
      config_hash: item.config_hash,
      source: 'scan',
      actor: null,
      unreadable: JSON.stringify(item.unreadable),
    })
    .execute();
}

type IssueOverrides = Partial<Omit<Insertable<Tables['issue']>, 'subject' | 'details' | 'evidence'>> & {
  readonly subject?: Row<'issue'>['subject'];
  readonly details?: Row<'issue'>['details'];
  readonly evidence?: Row<'issue'>['evidence'];
};

/** An open issue of the item. */
export async function givenIssue(
  db: Database,
  item: Row<'item'>,
  overrides: IssueOverrides = {},
): Promise<Row<'issue'>> {
  const {
    subject = { who: 'everyone' },
    details = {},
    evidence = [{ path: '/a', value: 1 }],
    ...rest
  } = overrides;
  return db
    .insertInto('issue')
    .values({
      id: givenId(),
      account_id: item.account_id,
      technology: item.technology,
      lineage: item.lineage,
      item_id: item.id,
      check_id: `${item.technology}.public`,
      message_id: 'public',
      subject_key: JSON.stringify(subject),
      evidence_hash: 'evidence',
      score: 5,
      status: 'open',
      opened_at: givenTime,
      changed_at: givenTime,
      fixed_at: null,
      unverified_since: null,
      ...rest,
      subject: JSON.stringify(subject),
      details: JSON.stringify(details),
      evidence: JSON.stringify(evidence),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
