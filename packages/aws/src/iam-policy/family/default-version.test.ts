/** Whose policies are looked at: all of the account, of AWS's those that somebody has. */
import { runCheck } from '@security-monkey/sdk';
import { exampleInput } from '@security-monkey/sdk/testing';
import { expect, it } from 'vitest';
import { administratorAccess } from '../checks/administrator-access.ts';
import { attachedTo, managedPolicy } from '../example.ts';

const Document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: ['*'], Resource: ['*'] } };
const ofAws = 'arn:aws:iam::aws:policy/AdministratorAccess';
const own = 'arn:aws:iam::111122223333:policy/AdministratorAccess';

it.each<[string, string, readonly string[], number]>([
  ['of AWS, attached', ofAws, ['role'], 1],
  ['of AWS, attached and a boundary', ofAws, ['boundary of role', 'group'], 1],
  ['of AWS, a boundary only', ofAws, ['boundary of role', 'boundary of user'], 0],
  ['of AWS, unused', ofAws, [], 0],
  ['of the account, a boundary only', own, ['boundary of role'], 1],
  ['of the account, unused', own, [], 1],
])('%s', (...[, Arn, holders, expected]) => {
  const config = managedPolicy({ Arn, Document });
  const example = { name: 'asked', config, related: attachedTo(...holders) };
  const result = runCheck(exampleInput(administratorAccess, example));
  expect(result.kind === 'judged' && result.findings.length).toBe(expected);
});
