/** Subjects that fix whose a web identity is. */
import { expect, it } from 'vitest';
import type { JsonObject } from '../../json/value.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { readGrants } from '../resource/read-grants.ts';
import { around } from '../resource/testing/around.ts';
import { isUnrestrictedWebIdentity } from './web-identity.ts';

function isUnrestricted(provider: string, condition: JsonObject): boolean {
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
  };
  const policy = parsePolicy({ Statement: statement }, { principal: 'required' });
  if (policy === undefined) throw new Error('no policy');
  return readGrants(policy, { around, now: 0 }).some(isUnrestrictedWebIdentity);
}

const github = 'token.actions.githubusercontent.com';
const circle = 'oidc.circleci.com/org/0b1c2d3e';

it.each([
  [github, 'StringLike', 'repo:harbour-labs/*', false],
  [github, 'StringEquals', ['repo:harbour-labs/a:*', 'repo:harbour-labs/b:*'], false],
  [github, 'ForAnyValue:StringLike', 'repo:harbour-labs/*', false],
  [github, 'StringLike', 'repo:harbour-labs*', true],
  [github, 'StringLike', 'repo:*/tides:*', true],
  [github, 'StringLike', 'environment:prod:*', true],
  [github, 'StringLike', `repo:\${aws:username}/*`, true],
  [github, 'StringNotLike', 'repo:harbour-labs/*', true],
  [github, 'StringLikeIfExists', 'repo:harbour-labs/*', true],
  [github, 'ForAllValues:StringLike', 'repo:harbour-labs/*', true],
  ['gitlab.com', 'StringLike', 'project_path:harbour/*', false],
  ['gitlab.com', 'StringLike', 'repo:harbour/*', true],
  ['app.terraform.io', 'StringLike', 'organization:harbour:*', false],
  ['app.terraform.io', 'StringLike', 'organization:harbour*', true],
  [circle, 'StringLike', 'org/0b1c2d3e/*', false],
  [circle, 'StringLike', 'org/*/project/1', true],
  ['login.harbour.example', 'StringLike', '*', false],
])('%s %s %j is open: %s', (...[host, operator, sub, expected]) => {
  const provider = `arn:aws:iam::314159265358:oidc-provider/${host}`;
  expect(isUnrestricted(provider, { [operator]: { [`${host}:sub`]: sub } })).toBe(expected);
});

it.each([
  ['*', true],
  ['cognito-identity.amazonaws.com', true],
  ['accounts.google.com', true],
  ['arn:aws:iam::314159265358:saml-provider/Harbour', false],
])('%s without a condition is open: %s', (provider, expected) => {
  expect(isUnrestricted(provider, {})).toBe(expected);
});
