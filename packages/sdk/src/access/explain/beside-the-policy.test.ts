/** Sentences on what decides beside a policy. */
import { expect, it } from 'vitest';
import { besideThePolicy, wayOutSentences } from './beside-the-policy.ts';

it.each([
  [[], ''],
  [
    ['vpc-origin', 'bucket-policy-unknown'] as const,
    'The access point takes requests from its VPC only, so the internet does not reach it. ' +
      'The policy of the bucket must allow it too. It was not collected, and is taken to allow everything.',
  ],
])('%j', (because, expected) => {
  expect(besideThePolicy(because)).toBe(expected);
});

it.each([
  [{ wayOut: 'none', isDefault: false, grants: [] } as const, 'The endpoint leads to known resources only.'],
  [
    { wayOut: 'open', isDefault: true, grants: [] } as const,
    'Whoever is in the VPC can carry data out through the endpoint, with credentials of their own to resources of their ' +
      'own. Its policy is the default one.',
  ],
])('%j', (verdict, expected) => {
  expect(wayOutSentences(verdict)).toBe(expected);
});
