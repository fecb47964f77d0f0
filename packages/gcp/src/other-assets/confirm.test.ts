/** Whether an asset that its listing lacks is gone, as the inventory's history tells. */
import { type MissingItem, OperationError } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { asset } from '../asset/watcher.ts';
import { organizationAsset } from '../organization-asset/watcher.ts';
import { answering, refuse } from '../test-support/answering.ts';

const lineage = '//pubsub.googleapis.com/projects/acme-web/topics/orders';
const born = '2026-01-01T00:00:00Z';
const missing: MissingItem = {
  identity: `pubsub.googleapis.com/Topic ${lineage} ${born}`,
  lineage,
  name: 'topics/orders',
  region: 'global',
};

function asking(answer: () => unknown, otherAssets = 'run.googleapis.com/Job pubsub.googleapis.com/Topic') {
  return { ...answering(answer), fields: { otherAssets, assetInventory: 'folders/222222' } };
}

const state = (createTime: string, rest: object = {}) => ({
  assets: [{ asset: { name: lineage, resource: { data: { createTime } } }, ...rest }],
});
const failing = (kind: 'rejected' | 'api_disabled', code: string) => () => {
  throw new OperationError({ class: kind, code, message: 'no' });
};

describe('an asset of a type that is named', () => {
  it('is asked for in its project, which keeps its history, as it is now', async () => {
    const context = asking(() => state(born));
    await expect(asset.confirm?.(context, missing)).resolves.toBeUndefined();
    expect(context.asked).toEqual([
      {
        operation: 'cloudasset:batchGetAssetsHistory',
        input: { parent: 'projects/acme-web', assetNames: [lineage], contentType: 'RESOURCE' },
      },
    ]);
  });

  it('is asked for in its organization where it lies in no project', async () => {
    const context = asking(() => state(born));
    const place = { ...context.place, account: '4242424242' };
    await organizationAsset.confirm?.({ ...context, place }, missing);
    expect(context.asked).toMatchObject([{ input: { parent: 'organizations/4242424242' } }]);
  });

  it.each([
    ['is deleted', () => state(born, { deleted: true })],
    ['was made anew', () => state('2026-02-02T00:00:00Z')],
    ['has no state', () => ({})],
    ['is nothing that Google knows', failing('rejected', 'INVALID_ARGUMENT')],
    ['is nothing that Google knows, in the older form', failing('rejected', 'badRequest')],
  ])('is gone when it %s', async (_name, answer) => {
    await expect(asset.confirm?.(asking(answer), missing)).rejects.toMatchObject({
      failure: { class: 'not_found', code: 'NOT_FOUND' },
    });
  });

  it.each([
    ['may not be looked at', () => refuse('access_denied'), 'access_denied'],
    ['is refused otherwise', failing('rejected', 'FAILED_PRECONDITION'), 'rejected'],
    ['is in an inventory that is off', failing('api_disabled', 'SERVICE_DISABLED'), 'misconfigured'],
    ['is answered with something else', () => ({ assets: 'none' }), 'invalid_response'],
  ])('is unknown when it %s', async (_name, answer, kind) => {
    const confirmed = asset.confirm?.(asking(answer), missing);
    await expect(confirmed).rejects.toMatchObject({ failure: { class: kind } });
    await expect(confirmed).rejects.not.toMatchObject({ failure: { code: 'NOT_FOUND' } });
  });

  it('is there when its body says nothing of its birth, or is none', async () => {
    const answer = () => ({ assets: [{ asset: { name: lineage } }] });
    await expect(asset.confirm?.(asking(answer), missing)).resolves.toBeUndefined();
  });
});

it('of a type that is not named any more nothing is asked, and it is not gone', async () => {
  const context = asking(() => refuse('not_found'), 'run.googleapis.com/Job');
  await expect(asset.confirm?.(context, missing)).rejects.toMatchObject({
    failure: {
      class: 'switched_off',
      message:
        'The field otherAssets does not name pubsub.googleapis.com/Topic any more: what was known of it stays as it was last seen',
    },
  });
  expect(context.asked).toEqual([]);
});
