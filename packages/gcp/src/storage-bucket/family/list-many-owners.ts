/** Checks for access lists with many owners, one for each list. */
import { defineCheck } from '@security-monkey/sdk';
import { z } from 'zod';
import { grantsOf, type ListName } from '../acl.ts';
import { access, acl, bucket } from '../example.ts';
import { storageBucket } from '../watcher.ts';

type Listed = { readonly rule: string; readonly list: ListName; readonly title: string };

export function listManyOwners({ rule, list, title }: Listed) {
  return defineCheck({
    id: `gcp.storage-bucket.${rule}`,
    watcher: storageBucket,
    version: 1,
    score: 7,
    category: 'sensitive-permissions',
    title,
    why: 'An owner may hand out access to others. With many of them nobody knows who has let whom in.',
    fix: 'Leave ownership to the owners of the project, and give others the role that they need; better, switch on uniform access and use IAM alone.',
    links: ['https://cloud.google.com/storage/docs/access-control/lists'],
    frameworks: {},
    messages: { many: '{count} owners beside those of the project; {most} may be' },
    options: z.object({ most: z.int().min(0).default(1) }),
    examples: examplesOf(list),
    run: ({ config, options, report }) => {
      const owners = grantsOf(config, list).filter(
        ({ entity, role }) => role === 'OWNER' && !entity.startsWith('project-'),
      );
      if (owners.length <= options.most) return;
      report('many', {
        subject: { role: 'OWNER' },
        evidence: owners.map(({ evidence }) => evidence),
        details: { count: owners.length, most: options.most },
      });
    },
  });
}

function examplesOf(list: ListName) {
  const many = [{ message: 'many' as const, subject: { role: 'OWNER' } }];
  return {
    good: [
      { name: 'the owners of the project only', config: bucket({ [list]: acl() }) },
      { name: 'one more', config: bucket({ [list]: acl(['user-kim@acme.example', 'OWNER']) }) },
      {
        name: 'readers',
        config: bucket({
          [list]: acl(['user-kim@acme.example', 'READER'], ['group-a@acme.example', 'READER']),
        }),
      },
      {
        name: 'uniform access',
        config: bucket({
          ...access(true, 'inherited'),
          [list]: acl(['user-kim@acme.example', 'OWNER'], ['user-lee@acme.example', 'OWNER']),
        }),
      },
    ],
    bad: [
      {
        name: 'two persons',
        config: bucket({
          [list]: acl(['user-kim@acme.example', 'OWNER'], ['user-lee@acme.example', 'OWNER']),
        }),
        reports: many,
      },
      {
        name: 'one, where none may be',
        config: bucket({ [list]: acl(['user-kim@acme.example', 'OWNER']) }),
        options: { most: 0 },
        reports: many,
      },
    ],
  };
}
