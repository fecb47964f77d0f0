/** What must be found in buckets, written from the meaning of the rules. */
import { stranger, vendor } from '../resources/known.ts';
import type { Expected } from './expected.ts';

const own = { account: 'acme-web', technology: 'gcp.storage-bucket', region: 'europe-west1' } as const;

/** Access lists need it off. */
const fine = 'uniform-access-off off setting=uniformBucketLevelAccess (2)';
const listed = (principal: string, score: number) =>
  `acl-internet-accessible granted principal=${principal} (${score})`;

export const expectedBuckets: readonly Expected[] = [
  {
    ...own,
    name: 'acme-plain',
    issues: [],
    nearly: ['uniform-access-off off'],
    why: 'uniform access, and nobody in from outside',
  },
  { ...own, name: 'acme-fine-grained', issues: [fine], why: 'objects may have lists of their own' },
  { ...own, name: 'acme-access-not-said', issues: [fine], why: 'nobody says that access is uniform' },
  {
    ...own,
    name: 'acme-list-read-by-all',
    issues: [fine, listed('allUsers', 7)],
    why: 'anybody sees what there is',
  },
  { ...own, name: 'acme-list-written-by-all', issues: [fine, listed('allUsers', 8)], why: 'anybody writes' },
  {
    ...own,
    name: 'acme-list-owned-by-any-account',
    issues: [fine, listed('allAuthenticatedUsers', 10)],
    nearly: ['acl-many-owners many'],
    why: 'any account owns it; that is one owner',
  },
  {
    ...own,
    name: 'acme-list-read-by-kim',
    issues: [fine],
    nearly: ['acl-internet-accessible granted'],
    why: 'one person reads',
  },
  {
    ...own,
    name: 'acme-list-for-all-prevented',
    issues: [fine],
    nearly: ['acl-internet-accessible granted'],
    why: 'anybody by the list, but public access is prevented',
  },
  {
    ...own,
    name: 'acme-list-of-two-owners',
    issues: [fine, 'acl-many-owners many role=OWNER (7)'],
    why: 'two owners beside those of the project',
  },
  {
    ...own,
    name: 'acme-list-of-one-owner',
    issues: [fine],
    nearly: ['acl-many-owners many'],
    why: 'the second only reads',
  },
  {
    ...own,
    name: 'acme-objects-read-by-all',
    issues: [fine, 'default-acl-internet-accessible granted principal=allUsers (7)'],
    nearly: ['acl-internet-accessible granted'],
    why: 'new objects are for anybody',
  },
  {
    ...own,
    name: 'acme-objects-read-by-kim',
    issues: [fine],
    nearly: ['default-acl-internet-accessible granted'],
    why: 'new objects are for one person',
  },
  {
    ...own,
    name: 'acme-objects-of-two-owners',
    issues: [fine, 'default-acl-many-owners many role=OWNER (7)'],
    nearly: ['acl-many-owners many'],
    why: 'new objects get two owners',
  },
  {
    ...own,
    name: 'acme-objects-of-one-owner',
    issues: [fine],
    nearly: ['default-acl-many-owners many'],
    why: 'the second only reads',
  },
  {
    ...own,
    name: 'acme-pages-write',
    issues: ['cors-writes allowed method=PUT (9)'],
    why: 'pages put objects',
  },
  {
    ...own,
    name: 'acme-pages-do-anything',
    issues: ['cors-writes allowed method=* (10)'],
    why: 'pages of anybody do anything',
  },
  { ...own, name: 'acme-pages-read', issues: [], nearly: ['cors-writes allowed'], why: 'pages only read' },
  {
    ...own,
    name: 'acme-pages-of-nobody',
    issues: [],
    nearly: ['cors-writes allowed'],
    why: 'writing, for pages of no site',
  },
  { ...own, name: 'acme-for-everyone', issues: ['policy-public held member=allUsers (10)'], why: 'everyone' },
  {
    ...own,
    name: 'acme-for-everyone-prevented',
    issues: [],
    nearly: ['policy-public held'],
    why: 'everyone, but public access is prevented',
  },
  {
    ...own,
    name: 'acme-for-everyone-last-year',
    issues: [],
    nearly: ['policy-public held'],
    why: 'everyone, until a day that is over',
  },
  {
    ...own,
    name: 'acme-for-a-stranger',
    issues: [`policy-unknown-member held member=${stranger} (10)`],
    why: 'a project that nobody knows',
  },
  {
    ...own,
    name: 'acme-for-our-deployer',
    issues: [],
    nearly: ['policy-unknown-member held', 'policy-third-party-member held'],
    why: 'a service account of ours, and those who hold a role on the project',
  },
  {
    ...own,
    name: 'acme-for-nobody-any-more',
    issues: [],
    nearly: ['policy-unknown-member held'],
    why: 'who is deleted is nobody',
  },
  {
    ...own,
    name: 'acme-for-a-vendor',
    issues: [`policy-third-party-member held member=${vendor} (0)`],
    nearly: ['policy-unknown-member held'],
    why: 'a third party on record',
  },
];
