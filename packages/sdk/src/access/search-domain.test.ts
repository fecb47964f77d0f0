/** Domains of OpenSearch: where they stand decides before what their policy says. */
import { expect, it } from 'vitest';
import type { JsonObject } from '../json/value.ts';
import { parsePolicy } from './policy/parse-policy.ts';
import { around } from './resource/testing/around.ts';
import { judgeSearchDomain, type SearchDomain } from './search-domain.ts';

const all = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'es:*', Resource: '*' };
const some = { ...all, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } };
const foreign = { ...all, Principal: { AWS: '271828182845' } };

function judged(statement: JsonObject | readonly JsonObject[], place: Partial<SearchDomain> = {}) {
  const policy = parsePolicy({ Statement: statement }, { principal: 'required' });
  if (policy === undefined) throw new Error('no policy');
  const domain = { policy, vpc: undefined, demandsLogin: false, around, now: 0, ...place };
  const { isPublic, isExternal, classes, because } = judgeSearchDomain(domain);
  return { isPublic, isExternal, classes, because };
}

const open = { isPublic: true, isExternal: true, classes: ['internet'], because: [] };
const closed = { isPublic: false, isExternal: false, classes: [], because: [] };

it.each<[string, JsonObject | readonly JsonObject[], Partial<SearchDomain>, object]>([
  ['on the internet, open to everyone', all, {}, open],
  ['on the internet, behind a login', all, { demandsLogin: true }, { ...open, because: ['login-besides'] }],
  ['on the internet, for a few addresses', some, {}, closed],
  ['on the internet, denied to everyone else', { ...all, Effect: 'Deny' }, {}, closed],
  ['inside a VPC, open to everyone', all, { vpc: 'vpc-1' }, { ...closed, because: ['inside-vpc'] }],
  [
    'inside a VPC, behind a login',
    all,
    { vpc: 'vpc-1', demandsLogin: true },
    { ...closed, because: ['inside-vpc', 'login-besides'] },
  ],
  [
    'inside a VPC that is not trusted',
    all,
    { vpc: 'vpc-1', around: { ...around, trustedVpcs: new Set(['vpc-2']) } },
    { ...closed, isExternal: true, because: ['inside-vpc'] },
  ],
  [
    'inside a VPC that is trusted',
    all,
    { vpc: 'vpc-2', around: { ...around, trustedVpcs: new Set(['vpc-2']) } },
    { ...closed, because: ['inside-vpc'] },
  ],
  [
    'inside a VPC, for a foreign account of our organisation',
    { ...foreign, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-harbor7pk2' } } },
    { vpc: 'vpc-1' },
    { ...closed, classes: ['friendly'], because: ['inside-vpc'] },
  ],
  [
    'inside a VPC, for a foreign account that is denied',
    [foreign, { ...foreign, Effect: 'Deny' }],
    { vpc: 'vpc-1' },
    { ...closed, because: ['inside-vpc'] },
  ],
  [
    'inside a VPC, for a foreign account',
    foreign,
    { vpc: 'vpc-1' },
    { isPublic: false, isExternal: true, classes: ['unknown-account'], because: ['inside-vpc'] },
  ],
])('a domain %s', (...[, statement, place, expected]) => {
  expect(judged(statement, place)).toEqual(expected);
});
