/** A naive second reading of endpoint policies, which must find no way out that the judge does not see. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePolicy } from '../policy/parse-policy.ts';
import { around } from '../resource/testing/around.ts';
import { isAllowed } from '../resource/testing/brute-force.ts';
import { rekeyed } from '../resource/testing/rekeyed.ts';
import { organization, owner, stranger, written } from '../resource/testing/some-policies.ts';
import { requestsOfStrangers } from '../resource/testing/strangers.ts';
import { judgeEndpointPolicy } from './judge-endpoint-policy.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const elsewhere = { 'aws:resourceaccount': [stranger], 'aws:resourceorgid': ['o-stranger'] };
const own = {
  'aws:principalarn': [`arn:aws:iam::${owner}:role/sailor`],
  'aws:principalaccount': [owner],
  'aws:principalorgid': [organization],
  'aws:userid': ['AROAHARBOURSAILOR7ABC:night'],
};

/** A bucket that no generated policy names, of another account. */
const ofStrangers = requestsOfStrangers(now)
  .filter(({ resource }) => resource.endsWith('-other'))
  .map((request) => ({ ...request, context: { ...request.context, ...elsewhere } }));
const ofOurs = ofStrangers.map((request) => ({
  ...request,
  caller: own['aws:principalarn'][0],
  context: { ...request.context, ...own },
}));

const policies = rekeyed(
  new Map([
    ['aws:PrincipalAccount', 'aws:ResourceAccount'],
    ['aws:PrincipalOrgID', 'aws:ResourceOrgID'],
  ]),
);

it('whoever can reach a foreign resource through an endpoint has a way out', () => {
  const law = fc.property(policies, (made) => {
    const policy = parsePolicy(written(made), { principal: 'required' });
    const isOpen = ofStrangers.some((request) => isAllowed(made, request));
    fc.pre(isOpen || ofOurs.some((request) => isAllowed(made, request)));
    const { wayOut } = judgeEndpointPolicy(policy, { around, now });
    return isOpen ? wayOut === 'open' : wayOut !== 'none';
  });
  expect(fc.check(law, { seed: 57_721, numRuns: 1_000 }).failed).toBe(false);
});
