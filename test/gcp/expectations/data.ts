/** What must be found in datasets and keys, written from the meaning of the rules. */
import { kim, mallory, stranger, vendor } from '../resources/known.ts';
import type { Expected } from './expected.ts';

const dataset = { account: 'acme-data', technology: 'gcp.bigquery-dataset', region: 'eu' } as const;
const key = { account: 'acme-data', technology: 'gcp.kms-key', region: 'europe-west1' } as const;

const publicData = (member: string) => `access-public held member=${member} (10)`;
const unknownData = (member: string) => `access-unknown-member held member=${member} (10)`;

export const expectedDatasets: readonly Expected[] = [
  { ...dataset, name: 'sales', issues: [], nearly: ['without-own-key unset'], why: 'a key of ours' },
  {
    ...dataset,
    name: 'keyless',
    issues: ['without-own-key unset setting=defaultEncryptionConfiguration (1)'],
    why: 'no key of ours',
  },
  {
    ...dataset,
    name: 'linked',
    issues: [],
    nearly: ['without-own-key unset'],
    why: 'no key either, of what is somebody else’s',
  },
  { ...dataset, name: 'for_everyone', issues: [publicData('allUsers')], why: 'everyone' },
  {
    ...dataset,
    name: 'for_every_account',
    issues: [publicData('allAuthenticatedUsers')],
    why: 'everyone with an account, by the group’s name',
  },
  {
    ...dataset,
    name: 'for_readers_of_the_project',
    issues: [],
    nearly: ['access-public held'],
    why: 'another of those groups',
  },
  { ...dataset, name: 'for_a_stranger', issues: [unknownData(mallory)], why: 'an address that anybody gets' },
  {
    ...dataset,
    name: 'for_kim',
    issues: [],
    nearly: ['access-unknown-member held'],
    why: 'a person of ours',
  },
  {
    ...dataset,
    name: 'for_a_strange_domain',
    issues: [unknownData('domain:elsewhere.example')],
    why: 'a domain that nobody knows',
  },
  {
    ...dataset,
    name: 'for_our_domain',
    issues: [],
    nearly: ['access-unknown-member held', 'access-public held'],
    why: 'our domain',
  },
  {
    ...dataset,
    name: 'for_a_vendor',
    issues: [`access-third-party-member held member=${vendor} (0)`],
    nearly: ['access-unknown-member held'],
    why: 'a third party on record',
  },
  {
    ...dataset,
    name: 'for_our_deployer',
    issues: [],
    nearly: ['access-third-party-member held', 'access-unknown-member held'],
    why: 'a service account of ours',
  },
];

const seldom = 'not-rotated seldom setting=rotationPeriod (1)';
const everyone = 'policy-public held member=allUsers (10)';
const both = `key-duties held member=${kim} (4)`;

export const expectedKeys: readonly Expected[] = [
  {
    ...key,
    name: 'quarterly',
    issues: [],
    nearly: ['not-rotated seldom', 'not-rotated never'],
    why: 'rotated every 90 days',
  },
  { ...key, name: 'every-91-days', issues: [seldom], why: 'a day too late' },
  { ...key, name: 'yearly', issues: [seldom], nearly: ['not-rotated never'], why: 'much too late' },
  {
    ...key,
    name: 'never-rotated',
    issues: ['not-rotated never setting=rotationPeriod (1)'],
    why: 'not at all',
  },
  {
    ...key,
    name: 'signing',
    issues: [],
    nearly: ['not-rotated never'],
    why: 'keys that sign cannot be rotated by themselves',
  },
  {
    ...key,
    name: 'kept-elsewhere',
    issues: [],
    nearly: ['not-rotated never'],
    why: 'Google does not have what it would rotate',
  },
  { ...key, name: 'switched-off', issues: [], nearly: ['not-rotated never'], why: 'it encrypts nothing' },
  { ...key, name: 'for-everyone', issues: [everyone], why: 'everyone' },
  {
    ...key,
    name: 'for-everyone-last-year',
    issues: [],
    nearly: ['policy-public held'],
    why: 'everyone, until a day that is over',
  },
  {
    ...key,
    name: 'for-a-stranger',
    issues: [`policy-unknown-member held member=${stranger} (10)`],
    why: 'a project that nobody knows',
  },
  {
    ...key,
    name: 'for-nobody-any-more',
    issues: [],
    nearly: ['policy-unknown-member held'],
    why: 'who is deleted is nobody',
  },
  {
    ...key,
    name: 'for-a-vendor',
    issues: [`policy-third-party-member held member=${vendor} (0)`],
    nearly: ['policy-unknown-member held'],
    why: 'a third party on record',
  },
  {
    ...key,
    name: 'for-our-deployer',
    issues: [],
    nearly: ['policy-third-party-member held', 'policy-unknown-member held'],
    why: 'a service account of ours',
  },
  { ...key, name: 'administered-and-used-by-kim', issues: [both], why: 'both by one person' },
  {
    ...key,
    name: 'administered-by-kim-used-by-lee',
    issues: [],
    nearly: ['key-duties held'],
    why: 'each by another',
  },
  { ...key, name: 'in-an-open-ring', issues: [everyone], why: 'everyone, by the policy of its ring' },
  {
    ...key,
    name: 'in-a-closed-ring',
    issues: [],
    nearly: ['policy-public held'],
    why: 'one account of ours, by the policy of its ring',
  },
  {
    ...key,
    name: 'used-by-who-has-the-ring',
    issues: [both],
    why: 'she administers the ring and decrypts by the key',
  },
  {
    ...key,
    name: 'used-by-another',
    issues: [],
    nearly: ['key-duties held'],
    why: 'who decrypts by the key does not administer the ring',
  },
];
