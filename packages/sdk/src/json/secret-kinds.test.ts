/** What kinds of secrets a text is said to hold. */
import { expect, it } from 'vitest';
import { secretKinds } from './secret-text.ts';

it.each<readonly [string, string, readonly string[]]>([
  ['no secret', '#!/bin/sh\nyum install -y nginx\nsystemctl enable nginx\n', []],
  ['a password read from where it is kept', 'DB_PASSWORD=$(aws ssm get-parameter --name db)', []],
  ['a password', 'export DB_PASSWORD=hunter22hunter', ['value under the name of a secret']],
  ['the id of an access key', 'aws configure set x AKIAIOSFODNN7EXAMPLE', ['AWS access key']],
  [
    'both halves of an access key',
    'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nx wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n',
    ['AWS access key', 'AWS secret key'],
  ],
  [
    'a private key',
    '-----BEGIN RSA PRIVATE KEY-----\nMIIEow==\n-----END RSA PRIVATE KEY-----',
    ['private key'],
  ],
  ['a certificate, which is public', '-----BEGIN CERTIFICATE-----\nMIIEow==\n-----END CERTIFICATE-----', []],
  ['what is redacted already', 'DB_PASSWORD=redacted:k1:00ff', []],
])('%s', (_name, text, kinds) => {
  expect(secretKinds(text)).toEqual(kinds);
});
