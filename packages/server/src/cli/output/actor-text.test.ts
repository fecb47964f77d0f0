/** How the actor of a revision is written. */
import type { JsonObject } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { actorText } from './actor-text.ts';

it.each<readonly [string, JsonObject | null, string]>([
  ['nobody known', null, ''],
  ['a name', { name: 'alice' }, 'alice'],
  ['a name before an id', { id: 'arn:aws:iam::1:user/alice', name: 'alice' }, 'alice'],
  ['an id alone', { id: 'A1' }, 'A1'],
  ['the call', { name: 'alice', operation: 's3:PutBucketPolicy' }, 'alice (s3:PutBucketPolicy)'],
  [
    'what is told beside it',
    { name: 'alice', operation: 's3:PutBucketPolicy', note: 'For the press' },
    'alice (s3:PutBucketPolicy): For the press',
  ],
  ['what another source tells', { name: 'alice', address: '192.0.2.7' }, 'alice {"address":"192.0.2.7"}'],
])('%s', (_name, actor, text) => {
  expect(actorText(actor)).toBe(text);
});
