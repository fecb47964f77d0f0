/** Checks for access lists that let everybody in, one for each list. */
import { defineCheck } from '@security-monkey/sdk';
import { grantsOf, isEverybody, isPublicAccessPrevented, type ListName } from '../acl.ts';
import { access, acl, bucket } from '../example.ts';
import { storageBucket } from '../watcher.ts';

/** The list that holds the grants, and how the check speaks of it. */
type Listed = {
  readonly rule: string;
  readonly list: ListName;
  readonly title: string;
  readonly why: string;
};

/** What strangers may do by each role: https://cloud.google.com/storage/docs/access-control/lists#permissions */
const scores: Readonly<Record<string, number>> = { READER: 7, WRITER: 8, OWNER: 10 };

export function listInternetAccessible({ rule, list, title, why }: Listed) {
  return defineCheck({
    id: `gcp.storage-bucket.${rule}`,
    watcher: storageBucket,
    version: 1,
    score: 10,
    category: 'internet-accessible',
    title,
    why,
    fix: 'Remove the grants, or switch on uniform access, which puts access lists out of force. Enforce public access prevention on the bucket, and by an organization policy for all projects, so that they cannot come back; the policy alone is not counted here, since a tag may exempt a bucket from it.',
    links: [
      'https://cloud.google.com/storage/docs/access-control/lists',
      'https://cloud.google.com/storage/docs/public-access-prevention',
    ],
    frameworks: {},
    messages: { granted: '{principal} has the role {role}' },
    examples: examplesOf(list),
    run: ({ config, report }) => {
      if (isPublicAccessPrevented(config)) return;
      for (const { entity: principal, role, evidence } of grantsOf(config, list).filter(isEverybody))
        report('granted', {
          subject: { principal },
          evidence: [evidence],
          details: { role },
          score: scores[role] ?? 10,
        });
    },
  });
}

function examplesOf(list: ListName) {
  const granted = (principal: string, score: number) => ({
    message: 'granted' as const,
    subject: { principal },
    score,
  });
  return {
    good: [
      { name: 'the owners of the project only', config: bucket({ [list]: acl() }) },
      { name: 'a person', config: bucket({ [list]: acl(['user-kim@acme.example', 'READER']) }) },
      { name: 'no list', config: bucket({}) },
      {
        name: 'uniform access',
        config: bucket({ ...access(true, 'inherited'), [list]: acl(['allUsers', 'READER']) }),
      },
      {
        name: 'public access is prevented',
        config: bucket({ ...access(false, 'enforced'), [list]: acl(['allUsers', 'READER']) }),
      },
    ],
    bad: [
      {
        name: 'anybody may read',
        config: bucket({ [list]: acl(['allUsers', 'READER']) }),
        reports: [granted('allUsers', 7)],
      },
      {
        name: 'anybody may write',
        config: bucket({ [list]: acl(['allUsers', 'WRITER']) }),
        reports: [granted('allUsers', 8)],
      },
      {
        name: 'anybody owns, and anybody with a Google account reads',
        config: bucket({ [list]: acl(['allUsers', 'OWNER'], ['allAuthenticatedUsers', 'READER']) }),
        reports: [granted('allUsers', 10), granted('allAuthenticatedUsers', 7)],
      },
      {
        name: 'a role that nobody knows',
        config: bucket({ [list]: acl(['allUsers', 'CURATOR']) }),
        reports: [granted('allUsers', 10)],
      },
    ],
  };
}
