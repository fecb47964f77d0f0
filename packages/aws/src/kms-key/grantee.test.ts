/** Whom a grant is to, however KMS writes it. */
import { expect, it } from 'vitest';
import { granteeOf } from './grantee.ts';

const account = (GranteePrincipal: unknown) =>
  granteeOf({
    technology: 'aws.kms-grant',
    key: 'g',
    value: JSON.parse(JSON.stringify({ GranteePrincipal, Operations: ['Decrypt'] })),
  })?.account;

it.each<[string, unknown, string | undefined]>([
  ['a role', 'arn:aws:iam::222233334444:role/reader', '222233334444'],
  ['a session', 'arn:aws:sts::222233334444:assumed-role/reader/i-1', '222233334444'],
  ['a whole account', 'arn:aws:iam::222233334444:root', '222233334444'],
  ['an account by its number', '222233334444', '222233334444'],
  ['a role in China', 'arn:aws-cn:iam::222233334444:role/reader', '222233334444'],
  ['a service', 'dynamodb.us-west-2.amazonaws.com', undefined],
  ['a service in China', 'ec2.cn-north-1.amazonaws.com.cn', undefined],
  ['the id of a role that is deleted', 'AROAEXAMPLEEXAMPLEXY', undefined],
  ['the id of a user that is deleted', 'AIDAEXAMPLEEXAMPLEXY', undefined],
  ['what only ends like a service', 'arn:aws:iam::222233334444:role/x.amazonaws.com', '222233334444'],
  ['a host that only begins like one of AWS', 'x.amazonaws.com.example.org', 'x.amazonaws.com.example.org'],
  ['everyone, if KMS ever says so', '*', '*'],
  ['an ARN without an account', 'arn:aws:iam:::role/x', 'arn:aws:iam:::role/x'],
  ['an empty text', '', 'unknown'],
  ['no text', 7, 'unknown'],
])('%s', (_name, principal, expected) => {
  expect(account(principal)).toBe(expected);
});
