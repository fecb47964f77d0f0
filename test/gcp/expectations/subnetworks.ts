/** What must be found in subnetworks, written from the meaning of the rules. */
import { mallory, vendor } from '../resources/known.ts';
import type { Expected } from './expected.ts';

const own = { account: 'acme-web', technology: 'gcp.compute-subnetwork', region: 'europe-west1' } as const;

const noLogs = 'flow-logs-off off setting=logConfig (2)';

export const expectedSubnetworks: readonly Expected[] = [
  {
    ...own,
    name: 'main',
    issues: [],
    nearly: ['flow-logs-off off', 'private-google-access-off off'],
    why: 'logs and private access are on',
  },
  { ...own, name: 'logs-off', issues: [noLogs], why: 'no logs' },
  {
    ...own,
    name: 'logs-by-the-old-setting',
    issues: [],
    nearly: ['flow-logs-off off'],
    why: 'on by the setting of old, where the new one says nothing',
  },
  {
    ...own,
    name: 'logs-off-whatever-the-old-setting-says',
    issues: [noLogs],
    why: 'the new setting beats the old one',
  },
  {
    ...own,
    name: 'proxies',
    issues: [],
    nearly: ['flow-logs-off off', 'private-google-access-off off'],
    why: 'without logs and access, but there are no machines in it',
  },
  {
    ...own,
    name: 'no-private-access',
    issues: ['private-google-access-off off setting=privateIpGoogleAccess (1)'],
    why: 'no private access',
  },
  { ...own, name: 'for-everyone', issues: ['policy-public held member=allUsers (10)'], why: 'everyone' },
  {
    ...own,
    name: 'for-every-account',
    issues: ['policy-public held member=allAuthenticatedUsers (10)'],
    why: 'everyone with an account',
  },
  {
    ...own,
    name: 'for-everyone-last-year',
    issues: [],
    nearly: ['policy-public held'],
    why: 'everyone, until a day that is over',
  },
  {
    ...own,
    name: 'for-a-stranger',
    issues: [`policy-unknown-member held member=${mallory} (10)`],
    why: 'an address that anybody can get',
  },
  {
    ...own,
    name: 'for-lee',
    issues: [],
    nearly: ['policy-unknown-member held'],
    why: 'a person of our domain',
  },
  {
    ...own,
    name: 'for-nobody-any-more',
    issues: [],
    nearly: ['policy-unknown-member held'],
    why: 'who is deleted is nobody',
  },
  {
    ...own,
    name: 'for-a-vendor',
    issues: [`policy-third-party-member held member=${vendor} (0)`],
    nearly: ['policy-unknown-member held'],
    why: 'a third party on record',
  },
  {
    ...own,
    name: 'for-our-deployer',
    issues: [],
    nearly: ['policy-third-party-member held', 'policy-unknown-member held'],
    why: 'a service account of another project of ours',
  },
];
