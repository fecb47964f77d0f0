/** How the simulator answers as Google Cloud, call by call: what it knows, and what it refuses. */
import gcp from '@security-monkey/gcp';
import type { JsonObject } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { classifyDemoError } from '../classify.ts';
import { createDemo } from '../create-demo.ts';
import { google } from '../test-support/provider.ts';
import { connectionTo, contextsOf, scan } from '../test-support/scan.ts';
import { intoSeason, seasonBegin } from '../time/moment.ts';
import { answeredByGoogle } from './answers/google-answer.ts';
import { analytics, organizationId, production, staging } from './world/organisation.ts';

const time = seasonBegin(1) + intoSeason(1, 'Wed', '12:00');

async function sent(operation: string, input: JsonObject): Promise<unknown> {
  const connection = await connectionTo(production, time);
  return connection.send({ operation, input, region: 'global', signal: new AbortController().signal });
}

async function refusal(operation: string, input: JsonObject) {
  try {
    return await sent(operation, input);
  } catch (error) {
    const { class: kind, code } = classifyDemoError(error);
    return code === undefined ? [kind] : [kind, code];
  }
}

const mails = 'projects/shop-example-production/serviceAccounts';

describe('refuses', () => {
  it.each([
    ['compute:unicorns.list', {}, ['defect']],
    ['toString', {}, ['defect']],
    ['s3:ListBuckets', {}, ['defect']],
    ['compute:firewalls.list', {}, ['rejected', 'INVALID_ARGUMENT']],
    ['compute:firewalls.list', { project: staging }, ['rejected', 'PERMISSION_DENIED']],
    ['compute:firewalls.list', { project: production, pageToken: 'x' }, ['rejected', 'INVALID_ARGUMENT']],
    ['compute:firewalls.get', { project: production, firewall: 'none' }, ['not_found', 'NOT_FOUND']],
    [
      'compute:instances.get',
      { project: production, zone: 'us-east1-b', instance: 'prod-images-1' },
      ['not_found', 'NOT_FOUND'],
    ],
    ['storage:buckets.get', { bucket: 'shop-example-staging-images' }, ['not_found', 'NOT_FOUND']],
    ['iam:projects.serviceAccounts.get', { name: `${mails}/nobody` }, ['not_found', 'NOT_FOUND']],
    ['iam:policies.get', { name: 'policies/any' }, ['rejected', 'PERMISSION_DENIED']],
    [
      'iam:policies.get',
      { name: `policies/cloudresourcemanager.googleapis.com%2Fprojects%2F${production}/denypolicies/none` },
      ['not_found', 'NOT_FOUND'],
    ],
    [
      'iam:organizations.roles.get',
      { name: 'organizations/301122334455/roles/none' },
      ['not_found', 'NOT_FOUND'],
    ],
    ['sql:instances.get', { project: production, instance: 'none' }, ['not_found', 'NOT_FOUND']],
    ['bigquery:datasets.get', { projectId: production, datasetId: 'none' }, ['not_found', 'NOT_FOUND']],
    [
      'cloudkms:projects.locations.keyRings.cryptoKeys.get',
      { name: 'projects/p/locations/l/keyRings/r/cryptoKeys/k' },
      ['not_found', 'NOT_FOUND'],
    ],
    // Google answers alike for what may not be seen and for what is not there.
    ['cloudresourcemanager:projects.get', { name: `projects/${staging}` }, ['rejected', 'PERMISSION_DENIED']],
    ['cloudresourcemanager:folders.get', { name: 'folders/1' }, ['rejected', 'PERMISSION_DENIED']],
  ] as const)('%s %j', async (operation, input, expected) => {
    expect(await refusal(operation, input)).toEqual(expected);
  });

  it('an account that is not its own', async () => {
    const [, projects] = createDemo({ seed: 'test' }).accountTypes;
    const account = { identifier: 'somebody-elses', name: 'x', fields: {} };
    await expect(projects?.connect(account, { now: () => time })).rejects.toThrow(
      'somebody-elses is no account of the simulated organisation',
    );
  });
});

it('answers in pages, with 64-bit numbers as text', async () => {
  const first = await sent('compute:firewalls.list', { project: production });
  expect(first).toMatchObject({ kind: 'compute#firewallList', items: { length: 5 } });
  expect(first).not.toHaveProperty('nextPageToken');
  const page = await sent('storage:buckets.list', { project: production });
  expect(page).toMatchObject({ items: [{ metageneration: '4' }, {}, {}, {}, {}] });
  const accounts = await sent('iam:projects.serviceAccounts.list', { name: `projects/${production}` });
  expect(accounts).toMatchObject({ accounts: { length: 5 }, nextPageToken: 'from-5' });
  expect(
    await sent('iam:projects.serviceAccounts.list', {
      name: `projects/${production}`,
      pageToken: 'from-5',
    }),
  ).toEqual({
    accounts: [expect.objectContaining({ displayName: 'Compute Engine default service account' })],
  });
});

it('answers every operation for which a watcher asks a permission', () => {
  const asked = gcp.watchers.flatMap(({ permissions }) => Object.keys(permissions));
  // Its projects are read by the services' own APIs, never through an asset inventory.
  const needed = asked.filter((operation) => !operation.startsWith('cloudasset:'));
  expect(needed.filter((operation) => !answeredByGoogle.has(operation))).toEqual([]);
});

it('confirms what there is', async () => {
  const items = await scan(time, { of: google });
  const confirmed = items.map(async (item) => {
    const contexts = contextsOf(await connectionTo(item.place.account, time), google);
    await item.watcher.confirm?.(contexts(item.place), item);
  });
  expect((await Promise.allSettled(confirmed)).filter(({ status }) => status === 'rejected')).toEqual([]);
});

it('says of a machine that is gone that it is gone', async () => {
  const during = seasonBegin(1) + intoSeason(5, 'Wed', '12:00');
  const present = await scan(during, { technology: 'gcp.compute-instance', of: google });
  const [gone] = present.filter(({ name }) => name === 'workshop-1');
  const contexts = contextsOf(await connectionTo(analytics, time), google);
  if (gone === undefined) throw new Error('there is no such machine');
  await expect(gone.watcher.confirm?.(contexts(gone.place), gone)).rejects.toMatchObject({
    failure: { class: 'not_found', code: 'NOT_FOUND' },
  });
});

describe('the account types', () => {
  const [, projects, organizations] = createDemo({ seed: 'test' }).accountTypes;
  const known = 'shop-example-production, shop-example-staging, shop-example-analytics';

  it.each([
    [projects, ' projects/shop-example-staging ', { value: staging }],
    [projects, 'partner-example-payments', { value: 'partner-example-payments' }],
    [
      projects,
      'acme-web',
      { problem: `The demo knows the accounts ${known}, partner-example-payments only` },
    ],
    [organizations, 'organizations/301122334455', { value: organizationId }],
    [organizations, '1', { problem: 'The demo knows the accounts 301122334455 only' }],
  ])('%# takes %s as it is meant', (type, text, expected) => {
    expect(type?.identifier.parse(text)).toEqual(expected);
  });

  it.each([
    [projects, production, ['501122334455']],
    [organizations, organizationId, ['shop.example', 'C0demo4sh']],
  ])('%# probes an account without a call', async (type, identifier, aliases) => {
    const send = () => Promise.reject(new Error('no call is needed'));
    const account = { identifier, name: 'shop', fields: {} };
    expect(await type?.probe({ send, account })).toEqual({
      facts: { partition: 'gcp', organizationId, aliases },
      regions: [],
      homeRegion: 'global',
    });
  });

  it('knows nothing of a project that policies only name', async () => {
    const send = () => Promise.reject(new Error('no call is needed'));
    const account = { identifier: 'partner-example-payments', name: 'partner', fields: {} };
    await expect(projects?.probe({ send, account })).rejects.toMatchObject({
      failure: { class: 'account_mismatch' },
    });
  });
});
