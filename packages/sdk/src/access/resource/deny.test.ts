/** What is left of a grant of two actions after one Deny. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../json/value.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { readGrants } from './read-grants.ts';
import { around } from './testing/around.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const foreign = '271828182845';

/** The number of pins of each part that is left. */
function pinsLeft(who: JsonObject, deny: JsonObject): readonly number[] {
  const allowed = { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: '*', ...who };
  const denied = { Effect: 'Deny', Action: '*', Resource: '*', ...deny };
  const policy = parsePolicy({ Statement: [allowed, denied] }, { principal: 'required' });
  if (policy === undefined) throw new Error('no policy');
  return readGrants(policy, { around, now }).flatMap(({ fragments }) =>
    fragments.map(({ pins }) => pins.length),
  );
}

const anyone = { Principal: '*' };
const outside = { StringNotEquals: { 'aws:PrincipalAccount': '314159265358' } };
const past = '2020-01-01T00:00:00Z';

describe('a grant to anyone', () => {
  it.each([
    ['everyone', { Principal: '*' }, []],
    ['everyone, one action', { Principal: '*', Action: 's3:GetObject' }, [0]],
    ['everyone outside the account', { Principal: '*', Condition: outside }, [1]],
    [
      'everyone outside the account, one action',
      { ...anyone, Action: 's3:GetObject', Condition: outside },
      [0, 1],
    ],
    ['one account', { Principal: { AWS: foreign } }, [0]],
    ['all but one account', { NotPrincipal: { AWS: foreign } }, [1]],
    ['all but nobody known', { NotPrincipal: { AWS: 'master' } }, [0]],
    ['plain HTTP', { ...anyone, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }, [0]],
    ['some resources', { ...anyone, Resource: 'b/*' }, [0]],
    ['what has begun', { ...anyone, Condition: { DateGreaterThan: { 'aws:CurrentTime': past } } }, []],
    ['what has ended', { ...anyone, Condition: { DateLessThan: { 'aws:CurrentTime': past } } }, [0]],
  ])('less a Deny of %s', (_, deny, expected) => {
    expect(pinsLeft(anyone, deny)).toEqual(expected);
  });
});

describe('a grant to a foreign role', () => {
  const role = { Principal: { AWS: `arn:aws:iam::${foreign}:role/x` } };
  it.each([
    ['its account', { Principal: { AWS: foreign } }, []],
    ['another role', { Principal: { AWS: `arn:aws:iam::${foreign}:role/y` } }, [0]],
    ['all but its account', { NotPrincipal: { AWS: foreign } }, [0]],
    ['all but another role', { NotPrincipal: { AWS: `arn:aws:iam::${foreign}:role/y` } }, []],
    ['all but a canonical user', { NotPrincipal: { CanonicalUser: 'c0a57a11' } }, [0]],
  ])('less a Deny of %s', (_, deny, expected) => {
    expect(pinsLeft(role, deny)).toEqual(expected);
  });
});
