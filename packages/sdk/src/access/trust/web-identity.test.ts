/** Subjects that fix whose a web identity is. */
import { expect, it } from 'vitest';
import type { JsonObject } from '../../json/value.ts';
import { parseCondition } from '../policy/parse-condition.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { readGrants } from '../resource/read-grants.ts';
import { around } from '../resource/testing/around.ts';
import { isUnrestrictedWebIdentity, readClaim } from './web-identity.ts';

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

const pool = 'cognito-identity.amazonaws.com';
const okta = 'arn:aws:iam::314159265358:saml-provider/Harbour';

it.each<[string, string, string, unknown, string | undefined]>([
  [github, 'StringLike', `${github}:sub`, 'repo:harbour-labs/*', undefined],
  [github, 'StringLike', `${github}:sub`, 'repo:*', 'a wildcard'],
  [github, 'StringEquals', `${github}:aud`, 'sts.amazonaws.com', 'not about the caller'],
  [github, 'StringLike', `${github}:sub`, `repo:\${aws:username}/*`, 'a policy variable'],
  [github, 'StringLikeIfExists', `${github}:sub`, 'repo:harbour-labs/*', 'true when the key is absent'],
  [github, 'ForAllValues:StringLike', `${github}:sub`, 'repo:harbour-labs/*', 'true when the key is absent'],
  [github, 'StringNotLike', `${github}:sub`, 'repo:harbour-labs/*', 'negated'],
  [github, 'Bool', `${github}:sub`, 'true', 'an operator that does not suit the key'],
  [github, 'StringSeems', `${github}:sub`, 'repo:harbour-labs/*', 'unknown operator'],
  [github, 'StringLike', `${github}:sub`, {}, 'unreadable values'],
  [pool, 'StringEquals', `${pool}:aud`, 'eu-west-3:pool', undefined],
  [pool, 'StringLike', `${pool}:aud`, 'eu-west-3:*', 'a wildcard'],
  [pool, 'ForAnyValue:StringLike', `${pool}:amr`, 'authenticated', undefined],
  [pool, 'ForAnyValue:StringLike', `${pool}:amr`, 'unauthenticated', 'a wildcard'],
  ['login.harbour.example', 'StringEquals', 'login.harbour.example:aud', 'quay', undefined],
  ['login.harbour.example', 'StringLike', 'login.harbour.example:sub', '*', 'a wildcard'],
  [okta, 'StringEquals', 'SAML:aud', 'https://signin.aws.amazon.com/saml', undefined],
])('of %s the claim %s %s %j says: %s', (...[text, operator, key, value, why]) => {
  const [entry] = parseCondition(JSON.parse(JSON.stringify({ [operator]: { [key]: value } })));
  expect(entry && readClaim(entry, { kind: 'federated', text })).toEqual({ why });
});

it('what is no claim of the provider is left to others', () => {
  const [entry] = parseCondition({ StringLike: { 'gitlab.com:sub': 'project_path:harbour/*' } });
  expect(entry && readClaim(entry, { kind: 'federated', text: github })).toBeUndefined();
});
