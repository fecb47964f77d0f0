/** Reason chains as a reader gets them. */
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../policy/parse-policy.ts';
import { readGrants } from '../resource/read-grants.ts';
import type { Surroundings } from '../resource/surroundings.ts';
import { explainGrant } from './explain-grant.ts';
import { sentencesOf } from './sentences.ts';

const around: Surroundings = {
  account: '111122223333',
  trustedAccounts: new Set(),
  trustedOrganizations: new Set(['o-ours']),
  trustedOrganizationPaths: [],
  trustedPrincipalPatterns: [],
  friendly: new Set(),
  thirdParty: new Set(),
};

function explained(...statements: readonly object[]) {
  const policy = parsePolicy({ Version: '2012-10-17', Statement: statements }, { principal: 'required' });
  if (policy === undefined) throw new Error('no policy');
  return readGrants(policy, { around, now: 0 }).map((grant) => explainGrant(grant, around));
}

const open = {
  Sid: 'Web',
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::a/*',
};

const github = 'token.actions.githubusercontent.com';
const federated = {
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${github}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
};

describe('the sentences', () => {
  it.each([
    [
      'of an open grant',
      [open],
      [
        'Anyone on the internet may s3:GetObject (read) on arn:aws:s3:::a/*, says /Statement/0 ("Web").',
        'No condition limits it.',
      ],
    ],
    [
      'of a condition that seems to limit',
      [{ ...open, Sid: undefined, Condition: { StringLike: { 'aws:Referer': 'https://a.example/*' } } }],
      [
        'Anyone on the internet may s3:GetObject (read) on arn:aws:s3:::a/*, says /Statement/0.',
        'Nothing says who: StringLike aws:referer https://a.example/* does not count, for the key does not say who the caller is.',
      ],
    ],
    [
      'of a service that anybody may drive',
      [{ ...open, Sid: undefined, Principal: { Service: 's3.amazonaws.com' } }],
      [
        's3.amazonaws.com may s3:GetObject (read) on arn:aws:s3:::a/*, says /Statement/0.',
        'The principal is named and no condition limits it further. Nothing says on whose behalf the service comes: a stranger may have it act here (confused deputy).',
      ],
    ],
    [
      'of a role that a service takes on',
      [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      [
        'ec2.amazonaws.com may sts:AssumeRole (write) on *, says /Statement/0.',
        'The principal is named and no condition limits it further.',
      ],
    ],
    [
      'of a service that comes on behalf of one account',
      [
        {
          ...open,
          Sid: undefined,
          Principal: { Service: 's3.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        },
      ],
      [
        's3.amazonaws.com may s3:GetObject (read) on arn:aws:s3:::a/*, says /Statement/0.',
        'It is held to StringEquals aws:sourceaccount 111122223333.',
      ],
    ],
    [
      'of a condition that pins',
      [{ ...open, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-ours' } } }],
      [
        'Those of everyone who meet the conditions may s3:GetObject (read) on arn:aws:s3:::a/*, says /Statement/0 ("Web").',
        'It is held to StringEquals aws:principalorgid o-ours.',
      ],
    ],
    [
      'of a Deny that leaves some',
      [
        { ...open, Action: ['s3:GetObject', 's3:PutObject'] },
        { Effect: 'Deny', Principal: '*', Action: 's3:Put*', Resource: '*' },
      ],
      [
        'Anyone on the internet may s3:GetObject (read) on arn:aws:s3:::a/*, says /Statement/0 ("Web").',
        'No condition limits it. A Deny takes from it: /Statement/1.',
      ],
    ],
    [
      'of a Deny that spares some callers',
      [
        open,
        {
          Effect: 'Deny',
          Principal: '*',
          Action: '*',
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:PrincipalAccount': '444455556666' } },
        },
      ],
      [
        'Those of everyone whom no Deny hits may s3:GetObject (read) on arn:aws:s3:::a/*, says /Statement/0 ("Web").',
        'No condition limits it. A Deny hits all but some: /Statement/1.',
      ],
    ],
    [
      'of a Deny that takes an action and one that spares some callers',
      [
        { ...open, Action: ['s3:GetObject', 's3:PutObject'] },
        { Effect: 'Deny', Principal: '*', Action: 's3:Put*', Resource: '*' },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: '*',
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:PrincipalAccount': '444455556666' } },
        },
      ],
      [
        'Those of everyone whom no Deny hits may s3:GetObject (read) on arn:aws:s3:::a/*, says /Statement/0 ("Web").',
        'No condition limits it. A Deny hits all but some: /Statement/2. A Deny takes from it: /Statement/1.',
      ],
    ],
    [
      'of a service that always wants a signature',
      [{ ...open, Sid: undefined, Action: ['kms:Decrypt', 'kms:CreateGrant'], Resource: '*' }],
      [
        'Anyone with an AWS account may kms:CreateGrant (permissions management), kms:Decrypt (write) on *, says /Statement/0.',
        'No condition limits it.',
      ],
    ],
    [
      'of a provider that speaks for everybody',
      [{ ...federated, Condition: { StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' } } }],
      [
        `Anyone with an identity at ${github} may sts:AssumeRoleWithWebIdentity (write) on *, says /Statement/0.`,
        `Nothing says who: StringEquals ${github}:aud sts.amazonaws.com does not count, for the key does not say who the caller is.`,
      ],
    ],
    [
      'of a provider that speaks for everybody, without a condition',
      [federated],
      [
        `Anyone with an identity at ${github} may sts:AssumeRoleWithWebIdentity (write) on *, says /Statement/0.`,
        'No condition limits it.',
      ],
    ],
    [
      'of the owner that a claim fixes',
      [{ ...federated, Condition: { StringLike: { [`${github}:sub`]: 'repo:acme/*' } } }],
      [
        `arn:aws:iam::111122223333:oidc-provider/${github} may sts:AssumeRoleWithWebIdentity (write) on *, says /Statement/0.`,
        `It is held to StringLike ${github}:sub repo:acme/*.`,
      ],
    ],
  ])('%s', (_name, statements, expected) => {
    expect(explained(...statements).map(sentencesOf)).toEqual([expected]);
  });
});

it('a Deny that takes everything leaves nothing to explain, one of something else is not named', () => {
  expect(explained(open, { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' })).toEqual([]);
  const [left] = explained(open, { Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: '*' });
  expect(left?.denials).toEqual([]);
});
