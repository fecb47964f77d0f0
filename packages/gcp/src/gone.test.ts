/** When machines, databases, datasets, keys, accounts and folders are gone, though their names are still there. */
import type { MissingItem, Watcher } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { bigqueryDataset } from './bigquery-dataset/watcher.ts';
import { computeInstance } from './compute-instance/watcher.ts';
import { computeSubnetwork } from './compute-subnetwork/watcher.ts';
import { folder } from './folder/watcher.ts';
import { iamServiceAccount } from './iam-service-account/watcher.ts';
import { kmsKey } from './kms-key/watcher.ts';
import { sqlInstance } from './sql-instance/watcher.ts';
import { answering, refuse } from './test-support/answering.ts';

const missing = (identity: string, lineage = ''): MissingItem => ({
  identity,
  lineage,
  name: 'main',
  region: 'europe-west1',
});

const instance = '//compute.googleapis.com/projects/acme-web/zones/europe-west1-b/instances/main';
const subnetwork = '//compute.googleapis.com/projects/acme-web/regions/europe-west1/subnetworks/main';
const dataset = (creationTime: string) => ({ datasetReference: { datasetId: 'main' }, creationTime });

type Case = {
  readonly watcher: Watcher;
  readonly item: MissingItem;
  /** An answer by which it is there, and one by which it is not. */
  readonly there: object;
  readonly other: object;
};

const cases: readonly Case[] = [
  { watcher: computeInstance, item: missing('1', instance), there: { id: '1' }, other: { id: '2' } },
  { watcher: computeSubnetwork, item: missing('1', subnetwork), there: { id: '1' }, other: { id: '2' } },
  {
    watcher: sqlInstance,
    item: missing('main 2026-01-01T00:00:00Z'),
    there: { name: 'main', createTime: '2026-01-01T00:00:00Z' },
    other: { name: 'main', createTime: '2026-02-02T00:00:00Z' },
  },
  { watcher: bigqueryDataset, item: missing('main 1'), there: dataset('1'), other: dataset('2') },
  {
    watcher: folder,
    item: missing('folders/1'),
    there: { name: 'folders/1', state: 'ACTIVE' },
    other: { name: 'folders/1', state: 'DELETE_REQUESTED' },
  },
];

describe.each(cases)('$watcher.id', ({ watcher, item, there, other }) => {
  it('is there as it was', async () => {
    await expect(
      watcher.confirm?.(
        answering(() => there),
        item,
      ),
    ).resolves.toBeUndefined();
  });

  it('is gone when its name stands for something else', async () => {
    const confirmed = watcher.confirm?.(
      answering(() => other),
      item,
    );
    await expect(confirmed).rejects.toMatchObject({ failure: { class: 'not_found', code: 'NOT_FOUND' } });
  });

  it('is unknown when it may not be looked at', async () => {
    const confirmed = watcher.confirm?.(
      answering(() => refuse('access_denied')),
      item,
    );
    await expect(confirmed).rejects.toMatchObject({ failure: { class: 'access_denied' } });
  });
});

const key = 'projects/p/locations/l/keyRings/r/cryptoKeys/k';

it.each([
  {
    watcher: computeInstance,
    item: missing('1', instance),
    input: { project: 'acme-web', zone: 'europe-west1-b', instance: 'main' },
  },
  {
    watcher: computeSubnetwork,
    item: missing('1', subnetwork),
    input: { project: 'acme-web', region: 'europe-west1', subnetwork: 'main' },
  },
  {
    watcher: iamServiceAccount,
    item: missing('111'),
    input: { name: 'projects/acme-web/serviceAccounts/111' },
  },
  { watcher: kmsKey, item: missing(key), input: { name: key } },
])('$watcher.id is asked for where it lies', async ({ watcher, item, input }) => {
  const context = answering(() => ({ id: '1' }));
  await watcher.confirm?.(context, item);
  expect(context.asked.map((one) => one.input)).toEqual([input]);
});
