/** What must be found of assets whose types no technology knows: that they are there. Nothing judges them. */
import type { Expected } from './expected.ts';

const own = { account: 'acme-shop', technology: 'gcp.asset', issues: [] } as const;

export const expectedOtherAssets: readonly Expected[] = [
  { ...own, region: 'global', name: 'topics/orders', why: 'a topic' },
  { ...own, region: 'global', name: 'topics/returns', why: 'another one, without a policy' },
  { ...own, region: 'europe-west1', name: 'services/cart', why: 'a service' },
  { ...own, region: 'europe-west1', name: 'addresses/door', why: 'an address' },
  {
    account: 'acme',
    technology: 'gcp.organization-asset',
    region: 'global',
    name: 'tagKeys/stage',
    issues: [],
    why: 'it lies in no project',
  },
];
