/** How the checks tell the policy of a function from those of its aliases and versions. */
import { type JsonObject, runCheck } from '@security-monkey/sdk';
import { exampleInput } from '@security-monkey/sdk/testing';
import { expect, it } from 'vitest';
import { policyInternetAccessible } from './checks/policy-internet-accessible.ts';
import { policyMalformed } from './checks/policy-malformed.ts';
import { urlWithoutAuthentication } from './checks/url-without-authentication.ts';
import { lambda } from './example.ts';

const open = (Effect = 'Allow') => ({
  Version: '2012-10-17',
  Statement: [{ Effect, Principal: '*', Action: ['lambda:InvokeFunction'], Resource: ['*'] }],
});

function found(
  check: Parameters<typeof exampleInput>[0],
  parts: JsonObject,
  unreadable: readonly string[] = [],
) {
  const result = runCheck(exampleInput(check, { name: 'a case', config: lambda(parts), unreadable }));
  return result.kind === 'judged'
    ? result.findings.map(({ subject, evidence }) => [subject, evidence.map(({ path }) => path)])
    : result;
}

it('each policy is told with its qualifier, and points at its own statements', () => {
  const parts = {
    Policy: open(),
    QualifiedPolicies: [
      { Qualifier: 'live', Policy: open('Deny') },
      { Qualifier: '2', Policy: open() },
    ],
  };
  expect(found(policyInternetAccessible, parts)).toEqual([
    [{ principal: '*', qualifier: '2' }, ['/QualifiedPolicies/1/Policy/Statement/0']],
    [{ principal: '*' }, ['/Policy/Statement/0']],
  ]);
});

it('a Deny of one alias takes nothing from another', () => {
  const parts = {
    QualifiedPolicies: [
      { Qualifier: 'live', Policy: open('Deny') },
      { Qualifier: 'test', Policy: open() },
    ],
  };
  expect(found(policyInternetAccessible, parts)).toEqual([
    [{ principal: '*', qualifier: 'test' }, ['/QualifiedPolicies/1/Policy/Statement/0']],
  ]);
});

it('what cannot be read is found in each of them', () => {
  const parts = { Policy: open(), QualifiedPolicies: [{ Qualifier: 'live', Policy: open('Permit') }] };
  expect(found(policyMalformed, parts)).toEqual([
    [{ part: 'Effect is neither Allow nor Deny' }, ['/QualifiedPolicies/0/Policy/Statement/0']],
  ]);
});

it.each(['/Policy', '/QualifiedPolicies'])('nothing is concluded while %s is unreadable', (path) => {
  expect(found(policyInternetAccessible, {}, [path])).toEqual({ kind: 'unknown', path });
  expect(found(urlWithoutAuthentication, { Url: { AuthType: 'NONE' } }, [path])).toEqual({
    kind: 'unknown',
    path,
  });
});

it('policies of older versions that are not asked for keep nothing else from being judged', () => {
  expect(found(policyInternetAccessible, { Policy: open() }, ['/OlderVersionPolicies'])).toEqual([
    [{ principal: '*' }, ['/Policy/Statement/0']],
  ]);
});
