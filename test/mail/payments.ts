/** An account as the pictures of the design show it: real AWS configurations, judged by the real checks, changed on an evening. */
import { canonicalText, diffJson, hashText, type JsonObject, renderChanges } from '@security-monkey/sdk';
import alerters from '../../packages/alerters/src/index.ts';
import aws from '../../packages/aws/src/index.ts';
import { auditPending } from '../../packages/server/src/engine/audit/audit-pending.ts';
import { judgeInProcess } from '../../packages/server/src/engine/audit/judge-in-process.ts';
import { writeEvents } from '../../packages/server/src/engine/notify/outbox.ts';
import { itemEvent } from '../../packages/server/src/engine/record/events.ts';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import type { Runtime } from '../../packages/server/src/engine/runtime.ts';
import { createTestRuntime } from '../../packages/server/src/engine/testing/test-runtime.ts';
import {
  createVirtualClock,
  type VirtualClock,
} from '../../packages/server/src/engine/testing/virtual-clock.ts';
import { enqueue } from '../../packages/server/src/store/audit-queue.ts';
import type { Database } from '../../packages/server/src/store/database/database.ts';
import type { Row } from '../../packages/server/src/store/schema.ts';
import { empty, givenAccount, givenItem } from '../../packages/server/src/store/testing/test-database.ts';

export type Payments = {
  readonly db: Database;
  readonly runtime: Runtime;
  readonly clock: VirtualClock;
  readonly account: Row<'account'>;
  /** Records a new state of an item, with its event, and leaves it to the next audit. */
  readonly change: (
    ...change: readonly [name: string, at: string, config: JsonObject, actor: string]
  ) => Promise<void>;
  readonly audit: (at: string) => Promise<void>;
};

const first = new Date('2026-03-02T09:00:00.000Z');
const enrolled = new Date('2026-03-02T09:05:00.000Z');

const blocked = (on: boolean): JsonObject => ({
  BlockPublicAcls: on,
  BlockPublicPolicy: on,
  IgnorePublicAcls: on,
  RestrictPublicBuckets: on,
});

const bucket = (name: string, parts: JsonObject): JsonObject => ({
  Name: name,
  BucketRegion: 'eu-west-1',
  Acl: { Owner: { ID: 'own' }, Grants: [] },
  OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  Policy: null,
  PolicyStatus: null,
  PublicAccessBlock: blocked(true),
  Encryption: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
  Versioning: { Status: 'Enabled' },
  Logging: { LoggingEnabled: { TargetBucket: 'payments-logs' } },
  ...parts,
});

/** Statements, the way the recorder keeps policies. */
const policy = (...statements: readonly JsonObject[]): JsonObject => ({
  Version: '2012-10-17',
  Statement: statements,
});

const tlsOnly = (name: string): JsonObject => ({
  Sid: 'TlsOnly',
  Effect: 'Deny',
  Principal: '*',
  Action: ['s3:*'],
  Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
  Condition: { Bool: { 'aws:SecureTransport': ['false'] } },
});

const statements = 'customer-statements-eu';

export const statementsPolicy = policy(
  {
    Sid: 'StatementsTemporary',
    Effect: 'Allow',
    Principal: '*',
    Action: ['s3:GetObject'],
    Resource: [`arn:aws:s3:::${statements}/*`],
  },
  tlsOnly(statements),
);

export const safeStatementsPolicy = policy(tlsOnly(statements));

const items: readonly {
  readonly name: string;
  readonly technology: string;
  readonly region: string;
  readonly config: JsonObject;
}[] = [
  {
    name: statements,
    technology: 'aws.s3-bucket',
    region: 'eu-west-1',
    config: bucket(statements, {
      Policy: policy(tlsOnly(statements)),
      Tagging: { TagSet: [{ Key: 'reviewed', Value: '2026-09' }] },
    }),
  },
  {
    name: 'payments-ledger-archive',
    technology: 'aws.s3-bucket',
    region: 'eu-west-1',
    config: bucket('payments-ledger-archive', {
      Policy: policy(tlsOnly('payments-ledger-archive')),
      Versioning: { Status: 'Suspended' },
    }),
  },
  {
    name: 'q-statements-export',
    technology: 'aws.sqs-queue',
    region: 'eu-west-1',
    config: {
      QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/q-statements-export',
      Attributes: {
        QueueArn: 'arn:aws:sqs:eu-west-1:111122223333:q-statements-export',
        CreatedTimestamp: '1704099600',
        SqsManagedSseEnabled: 'true',
        VisibilityTimeout: '30',
      },
      Tags: {},
    },
  },
];

/** The account, its items judged once, and nothing waiting; it is Friday, 20 November 2026, 17:40 UTC. */
export async function createPayments(
  db: Database,
  { isBlocked = true }: { readonly isBlocked?: boolean } = {},
): Promise<Payments> {
  await empty(db);
  const registry = createRegistry([aws, alerters]);
  const bare = createTestRuntime(db);
  const clock = createVirtualClock('2026-11-20T17:40:00.000Z');
  const runtime: Runtime = {
    ...bare.runtime,
    clock,
    registry,
    judge: judgeInProcess(registry),
    alerting: { publicUrl: 'https://monkey.example.com', options: {} },
  };
  const account = await givenAccount(db, {
    type: 'aws',
    identifier: '111122223333',
    name: 'payments-prod',
    enrolled_at: enrolled,
    facts: JSON.stringify({ partition: 'aws' }),
  });
  await givenCoverage(db, account);
  for (const item of items) {
    const block = item.name === statements ? { PublicAccessBlock: blocked(isBlocked) } : {};
    await givenBefore(db, account, { ...item, config: { ...item.config, ...block } });
  }
  await auditPending(runtime, { signal: new AbortController().signal });
  return {
    db,
    runtime,
    clock,
    account,
    change: async (...[name, at, change, actor]) => {
      await record({ runtime, account, name, at: new Date(at), actor }, change);
    },
    audit: async (at) => {
      clock.advance(new Date(at).getTime() - clock.now().getTime());
      await auditPending(runtime, { signal: new AbortController().signal });
    },
  };
}

async function givenBefore(
  db: Database,
  account: Row<'account'>,
  item: (typeof items)[number],
): Promise<void> {
  const row = await givenItem(db, {
    account_id: account.id,
    name: item.name,
    technology: item.technology,
    scope_region: item.technology === 'aws.s3-bucket' ? 'global' : item.region,
    region: item.region,
    config: item.config,
    config_hash: hashText(canonicalText(item.config)),
    first_seen: first,
    last_changed: first,
  });
  await enqueue(db, [{ item_id: row.id, cause: 'config', enqueued_at: first }]);
}

/** Everything that is watched was looked at, but topics in one region. */
async function givenCoverage(db: Database, account: Row<'account'>): Promise<void> {
  const at = new Date('2026-11-20T17:41:00.000Z');
  const regions = ['eu-central-1', 'eu-west-1', 'us-east-1'];
  const scopes = aws.watchers.flatMap(({ id, scope }) =>
    (scope === 'global' ? ['global'] : regions).map((region) => ({ technology: id, region })),
  );
  for (const { technology, region } of scopes) {
    const isFailed = technology === 'aws.sns-topic' && region === 'us-east-1';
    await db
      .insertInto('coverage')
      .values({
        account_id: account.id,
        technology,
        region,
        state: isFailed ? 'failed' : 'complete',
        first_complete_at: first,
        last_complete_at: isFailed ? first : at,
        last_attempt_at: at,
        failing_since: isFailed ? at : null,
        failure: isFailed
          ? JSON.stringify({
              class: 'access_denied',
              message: 'The role may not list topics.',
              operation: 'sns:ListTopics',
              permission: 'sns:ListTopics',
            })
          : null,
      })
      .execute();
  }
}

type Recording = {
  readonly runtime: Runtime;
  readonly account: Row<'account'>;
  readonly name: string;
  readonly at: Date;
  readonly actor: string;
};

async function record({ runtime, account, name, at, actor }: Recording, change: JsonObject): Promise<void> {
  const { db } = runtime;
  const item = await db.selectFrom('item').selectAll().where('name', '=', name).executeTakeFirstOrThrow();
  const config = { ...item.config, ...change };
  const hash = hashText(canonicalText(config));
  const revision = { id: runtime.nextId(), valid_from: at };
  await db
    .insertInto('config')
    .values({ hash, body: JSON.stringify(config), stored_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('revision')
    .values({
      ...revision,
      item_id: item.id,
      observed_at: at,
      kind: 'changed',
      config_hash: hash,
      source: 'scan',
      actor: JSON.stringify({ name: actor }),
      unreadable: '[]',
    })
    .execute();
  await db
    .updateTable('item')
    .set({ config: JSON.stringify(config), config_hash: hash, last_changed: at })
    .where('id', '=', item.id)
    .execute();
  const changes = renderChanges(diffJson(item.config, config));
  const told = { ...revision, actor: { name: actor } };
  const event = itemEvent({
    id: runtime.nextId(),
    kind: 'item.changed',
    account,
    item,
    revision: told,
    changes,
  });
  await writeEvents(db, [event]);
  await enqueue(db, [{ item_id: item.id, cause: 'config', enqueued_at: at }]);
}

/** The evening of the pictures: a bucket is opened to everyone, another is versioned, a queue waits longer. */
export async function openStatements(
  payments: Payments,
  { keepBlock = false }: { readonly keepBlock?: boolean } = {},
): Promise<void> {
  const { change } = payments;
  const others = keepBlock ? {} : { PublicAccessBlock: blocked(false), Tagging: null };
  await change(
    statements,
    '2026-11-20T17:42:00.000Z',
    { Policy: statementsPolicy, ...others },
    'dana.okafor',
  );
}

export async function changeEverything(payments: Payments): Promise<void> {
  await payments.change(
    'payments-ledger-archive',
    '2026-11-20T17:40:30.000Z',
    { Versioning: { Status: 'Enabled' } },
    'dana.okafor',
  );
  await openStatements(payments);
  await payments.change(
    'q-statements-export',
    '2026-11-20T17:52:00.000Z',
    {
      Attributes: {
        QueueArn: 'arn:aws:sqs:eu-west-1:111122223333:q-statements-export',
        CreatedTimestamp: '1704099600',
        SqsManagedSseEnabled: 'true',
        VisibilityTimeout: '300',
      },
    },
    'dana.okafor',
  );
}

/** The account's first scan is over. */
export async function enrol({ db, runtime, clock, account }: Payments): Promise<void> {
  const { id, type, identifier, name } = account;
  await writeEvents(db, [
    {
      id: runtime.nextId(),
      key: `account.enrolled:${id}`,
      kind: 'account.enrolled',
      at: clock.now(),
      accountId: id,
      payload: {
        account: { id, type, identifier, name },
        items: { 'aws.s3-bucket': 2, 'aws.sqs-queue': 1 },
        scopes: 27,
        failedScopes: 1,
      },
    },
  ]);
}
