/** Buckets that let pages of other sites do more than read. */
import { defineCheck, type Evidence, type JsonObject } from '@security-monkey/sdk';
import type { BucketConfig } from '../config.ts';
import { bucket } from '../example.ts';
import { storageBucket } from '../watcher.ts';

/** By the method, as far as it is known what it does; the rest may do anything. */
const scores: Readonly<Record<string, number>> = { '*': 10, DELETE: 10, PATCH: 9, POST: 9, PUT: 9 };

/** Methods that change nothing. */
const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

const cors = (
  method: readonly string[],
  origin: readonly string[] = ['https://acme.example'],
): JsonObject => ({
  cors: [{ method, origin }],
});
const allowed = (method: string, score: number) => ({
  message: 'allowed' as const,
  subject: { method },
  score,
});

export const corsWrites = defineCheck({
  id: 'gcp.storage-bucket.cors-writes',
  watcher: storageBucket,
  version: 1,
  score: 10,
  category: 'insecure-configuration',
  title: 'Pages of other sites may write',
  why: 'With CORS a page in somebody’s browser uses what that person may do. Methods that write let a page that was broken into, or one that the origin was too wide for, change and delete objects in the name of its visitors.',
  fix: 'Allow GET and HEAD only. Where pages have to write, name their origins one by one and justify this.',
  links: ['https://cloud.google.com/storage/docs/cross-origin'],
  frameworks: {},
  messages: { allowed: '{method} is allowed to pages of {origins}' },
  examples: {
    good: [
      { name: 'no CORS', config: bucket({}) },
      { name: 'reading, in any letters', config: bucket(cors(['GET', 'head', 'OPTIONS'])) },
      { name: 'no pages at all', config: bucket(cors(['PUT'], [])) },
    ],
    bad: [
      {
        name: 'methods that write',
        config: bucket(cors(['GET', 'PUT', 'DELETE'])),
        reports: [allowed('PUT', 9), allowed('DELETE', 10)],
      },
      { name: 'any method', config: bucket(cors(['*'], ['*'])), reports: [allowed('*', 10)] },
      {
        name: 'one method for two origins is one issue',
        config: bucket({
          cors: [
            { method: ['post'], origin: ['https://a.example'] },
            { method: ['POST', 'PATCH'], origin: ['https://b.example'] },
          ],
        }),
        reports: [allowed('POST', 9), allowed('PATCH', 9)],
      },
      {
        name: 'a method that nobody knows',
        config: bucket(cors(['MERGE'])),
        reports: [allowed('MERGE', 10)],
      },
    ],
  },
  run: ({ config, report }) => {
    for (const [method, uses] of Map.groupBy(writesOf(config), (use) => use.method))
      report('allowed', {
        subject: { method },
        evidence: uses.flatMap(({ evidence }) => evidence),
        details: { origins: [...new Set(uses.flatMap(({ origins }) => origins))].join(', ') },
        score: scores[method] ?? 10,
      });
  },
});

type Use = {
  readonly method: string;
  readonly origins: readonly string[];
  readonly evidence: readonly Evidence[];
};

function writesOf({ cors: rules = [] }: BucketConfig): readonly Use[] {
  return rules.flatMap(({ method: methods = [], origin: origins = [] }, index) =>
    origins.length === 0
      ? []
      : methods.flatMap((written, place) => {
          const method = written.toUpperCase();
          if (reading.has(method)) return [];
          const evidence = [
            { path: `/cors/${index}/method/${place}`, value: written },
            { path: `/cors/${index}/origin`, value: origins },
          ];
          return [{ method, origins, evidence }];
        }),
  );
}
