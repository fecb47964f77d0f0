/** A policy of AWS has one config for all accounts, so that it is stored once: what differs by account is kept beside it. */
import type { JsonObject } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { readOnlyPolicy } from '../test-support/iam-account.ts';
import { iamPolicy } from './watcher.ts';

const usedElsewhere = { ...readOnlyPolicy, AttachmentCount: 41, PermissionsBoundaryUsageCount: 7 };

it('what differs by account is ephemeral', () => {
  expect(usedElsewhere).not.toEqual(readOnlyPolicy);
  expect(durable(usedElsewhere)).toEqual(durable(readOnlyPolicy));
});

it('its identity is the same in every account, and names no account', () => {
  const { identity, lineage } = iamPolicy;
  const place = { partition: 'aws', region: 'global' };
  const [here, there] = ['111122223333', '222233334444'].map((account) => [
    identity(readOnlyPolicy, { ...place, account }),
    lineage(readOnlyPolicy, { ...place, account }),
  ]);
  expect(here).toEqual(there);
  expect(here?.join()).not.toMatch(/\d{12}/);
});

function durable(config: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(config).filter(([key]) => !iamPolicy.ephemeral.includes(`/${key}`)),
  );
}
