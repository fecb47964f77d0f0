/** What a missing public access block points at: each setting that is off, wherever it went off. */
import { type JsonObject, runCheck } from '@security-monkey/sdk';
import { exampleInput } from '@security-monkey/sdk/testing';
import { expect, it } from 'vitest';
import { publicAccessNotBlocked } from './checks/public-access-not-blocked.ts';
import { accountBlockIs, block, bucket } from './example.ts';

const all = block(true);
const threeOff = { ...block(false), IgnorePublicAcls: true };
const oneOff = { ...all, RestrictPublicBuckets: false };

type Row = {
  readonly what: string;
  readonly before: Blocks;
  readonly after: Blocks;
  readonly isWider: boolean;
};
type Blocks = readonly [bucket: JsonObject | null, account: JsonObject | null];

const rows: readonly Row[] = [
  { what: 'the block of the account is removed', before: [null, oneOff], after: [null, null], isWider: true },
  {
    what: 'the block of the account loses a setting',
    before: [oneOff, oneOff],
    after: [threeOff, threeOff],
    isWider: true,
  },
  { what: 'the block of the bucket is removed', before: [oneOff, null], after: [null, null], isWider: true },
  {
    what: 'the block of the account gains settings',
    before: [null, threeOff],
    after: [null, oneOff],
    isWider: false,
  },
  {
    what: 'the block moves from the bucket to the account',
    before: [oneOff, null],
    after: [null, oneOff],
    isWider: false,
  },
  {
    what: 'one that blocks nothing is put on',
    before: [null, null],
    after: [block(false), null],
    isWider: false,
  },
];

it.each(rows)('evidence: $what', ({ before, after, isWider }) => {
  const known = new Set(evidenceOf(before));
  expect(evidenceOf(after).some((hash) => !known.has(hash))).toBe(isWider);
});

function evidenceOf([own, account]: Blocks): readonly string[] {
  const config = bucket({ PublicAccessBlock: own });
  const example = { name: 'a case', config, related: accountBlockIs(account) };
  const result = runCheck(exampleInput(publicAccessNotBlocked, example));
  if (result.kind !== 'judged') throw new Error('not judged');
  return result.findings.flatMap(({ evidenceHashes }) => evidenceHashes);
}
