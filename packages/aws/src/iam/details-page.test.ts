/** Which answers of the authorization details are believed, and which are refused as broken. */
import type { JsonObject, WatchContext } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { accountDetails } from './account-details.ts';

function context(answer: (input: JsonObject) => unknown): WatchContext {
  return {
    send: async (_operation, input) => answer(input),
    place: { partition: 'aws', account: '111122223333', region: 'us-east-1' },
    facts: { partition: 'aws' },
    shared: (_key, load) => load(),
  };
}

const policy = (Arn: string) => ({
  Arn,
  DefaultVersionId: 'v1',
  PolicyVersionList: [{ VersionId: 'v1', Document: '%7B%22Statement%22%3A%5B%5D%7D' }],
});

describe('the details', () => {
  it.each<[string, JsonObject]>([
    ['without any list', { IsTruncated: false }],
    ['cut off without a next page', { UserDetailList: [], IsTruncated: true }],
    ['with a user who has no id', { UserDetailList: [{ UserName: 'alice' }] }],
  ])('are refused %s', async (_name, answer) => {
    await expect(accountDetails(context(() => answer))).rejects.toMatchObject({
      failure: { class: 'invalid_response' },
    });
  });

  it('hold an empty account', async () => {
    const { pages } = await accountDetails(context(() => ({ UserDetailList: [] })));
    expect(pages).toEqual([{ users: [], roles: [], groups: [], policies: [], marker: undefined }]);
  });

  it("keep the account's own policies, and of AWS's those in use or used as a boundary", async () => {
    const user = { UserName: 'a', UserId: 'AIDA1', Arn: 'arn:aws:iam::111122223333:user/a' };
    const bounded = {
      ...user,
      PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::aws:policy/Bound' },
    };
    const arns = ['arn:aws:iam::aws:policy/Bound', 'arn:aws:iam::aws:policy/Idle'];
    const own = 'arn:aws:iam::111122223333:policy/Idle';
    const answer = { UserDetailList: [bounded], Policies: [...arns, own].map(policy) };
    const { documents, pages } = await accountDetails(context(() => answer));
    expect([...documents.keys()]).toEqual(['arn:aws:iam::aws:policy/Bound', own]);
    expect(pages[0]?.policies.map(({ Document }) => Document)).toEqual([
      { Statement: [] },
      { Statement: [] },
    ]);
  });

  it('leave a policy without a document where its default version is missing', async () => {
    const broken = { ...policy('arn:aws:iam::111122223333:policy/p'), DefaultVersionId: 'v9' };
    const { documents, pages } = await accountDetails(context(() => ({ Policies: [broken] })));
    expect([documents.size, pages[0]?.policies]).toEqual([
      0,
      [{ Arn: 'arn:aws:iam::111122223333:policy/p', DefaultVersionId: 'v9' }],
    ]);
  });
});
