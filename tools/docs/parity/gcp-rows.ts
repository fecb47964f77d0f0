/** What the original looked for on Google Cloud. Its texts had no categories. */
import type { ParityRow } from './row.ts';

const onRule = (rule: string, message: string) => [{ check: `gcp.compute-firewall.${rule}`, message }];
const onBucket = (rule: string, message: string) => [{ check: `gcp.storage-bucket.${rule}`, message }];

const onAccount = (rule: string, message: string) => [{ check: `gcp.iam-service-account.${rule}`, message }];

const onlyIn = 'silent on rules that are off, that deny, or that are about what goes out: they open no door';
const everybody =
  'everybody with a Google account counts as everybody; silent where uniform access or public access prevention puts the list out of force; a role that nobody knows is judged as the worst instead of ending the audit';
const uniform =
  'with uniform access a bucket has no list, which is what Google advises; where lists may not be read the listing fails, and no bucket is taken to have none';
const ofProject =
  'the owners and editors of the project, whom Google itself enters in each list, do not count: every bucket was reported for them';

export const gcpRows: readonly ParityRow[] = [
  {
    index: 'gcefirewallrule',
    method: 'check_allowed',
    reported: 'a range of ports',
    score: 3,
    ours: onRule('port-range', 'open'),
    corrected: `no ports at all, which is every port, is a range too; a range of one is none; ${onlyIn}`,
  },
  {
    index: 'gcefirewallrule',
    method: 'check_target_tags',
    reported: 'a rule without target tags',
    score: 3,
    ours: onRule('no-target', 'all'),
    corrected: `a service account is a target too; ${onlyIn}`,
  },
  {
    index: 'gcefirewallrule',
    method: 'check_source_ranges',
    reported: 'the source 0.0.0.0/0',
    score: 7,
    ours: onRule('internet-accessible', 'open'),
    corrected: `IPv6, several networks that together are everything, and no source at all count too; ${onlyIn}`,
  },
  {
    index: 'gcenetwork',
    method: 'check_networks',
    reported: 'a legacy network',
    score: 8,
    ours: [{ check: 'gcp.compute-network.legacy-network', message: 'legacy' }],
    corrected: 'a network whose subnetworks are made by hand is none while it has no subnetwork yet',
  },
  {
    index: 'gcsbucket',
    method: 'check_acl, no list',
    reported: 'a bucket without an access list',
    score: 10,
    ours: [],
    departure: uniform,
  },
  {
    index: 'gcsbucket',
    method: 'check_acl, allUsers',
    reported: 'everybody in the access list: 7 as reader, 8 as writer, 10 as owner',
    score: 10,
    ours: onBucket('acl-internet-accessible', 'granted'),
    corrected: everybody,
  },
  {
    index: 'gcsbucket',
    method: 'check_acl, owners',
    reported: 'more than one owner in the access list',
    score: 7,
    ours: onBucket('acl-many-owners', 'many'),
    corrected: ofProject,
  },
  {
    index: 'gcsbucket',
    method: 'check_default_object_acl, no list',
    reported: 'a bucket without a list for new objects',
    score: 10,
    ours: [],
    departure: uniform,
  },
  {
    index: 'gcsbucket',
    method: 'check_default_object_acl, allUsers',
    reported: 'everybody in the list for new objects: 7 as reader, 8 as writer, 10 as owner',
    score: 10,
    ours: onBucket('default-acl-internet-accessible', 'granted'),
    corrected: everybody,
  },
  {
    index: 'gcsbucket',
    method: 'check_default_object_acl, owners',
    reported: 'more than one owner in the list for new objects',
    score: 7,
    ours: onBucket('default-acl-many-owners', 'many'),
    corrected: ofProject,
  },
  {
    index: 'gcsbucket',
    method: 'check_cors',
    reported:
      'CORS with another method than GET: 10 for DELETE and *, 9 for POST and PUT, 7 for HEAD and OPTIONS',
    score: 10,
    ours: onBucket('cors-writes', 'allowed'),
    departure: 'silent on HEAD and OPTIONS, which change nothing and tell no more than GET',
    corrected:
      'PATCH and methods that nobody knows are reported instead of ending the audit; methods are read in any letters',
  },
  {
    index: 'iamserviceaccount',
    method: 'check_serviceaccount, keys',
    reported: 'more than four keys',
    score: 7,
    ours: onAccount('too-many-keys', 'exceeded'),
    corrected: 'keys that Google keeps and renews by itself do not count: no user can lose them',
  },
  {
    index: 'iamserviceaccount',
    method: 'check_serviceaccount, actor',
    reported: 'the role Service Account Actor in the policy',
    score: 6,
    ours: onAccount('actor-role', 'held'),
    corrected:
      'the original looked for a name that policies never hold, and would have failed on finding it; each member is told, and one whose condition is over is not',
  },
];
