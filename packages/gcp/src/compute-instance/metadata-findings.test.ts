/** What is found in the metadata of an instance, and what is stored of them. */
import { redactConfig } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { metadataFindings } from './metadata-findings.ts';

const instance = (...items: readonly { readonly key: string; readonly value?: string }[]) => ({
  metadata: { items },
});
const password = ['value under the name of a secret'];

describe('finds', () => {
  it.each([
    ['nothing where there are none', {}, {}],
    ['nothing in a plain script', instance({ key: 'startup-script', value: '#!/bin/sh\nreboot\n' }), {}],
    ['nothing in a key without a value', instance({ key: 'DB_PASSWORD' }), {}],
    [
      'a password in a script',
      instance({ key: 'startup-script', value: '#!/bin/sh\nexport DB_PASSWORD=correct-horse-9\n' }),
      { 'startup-script': password },
    ],
    [
      'a password that the key names',
      instance({ key: 'DB_PASSWORD', value: 'correct-horse-9' }),
      { DB_PASSWORD: password },
    ],
  ])('%s', (_name, body, expected) => {
    expect(metadataFindings(body)).toEqual(expected);
  });
});

it('leaves of the metadata the keys and the switches', () => {
  const stored = redactConfig(
    instance(
      { key: 'enable-oslogin', value: 'TRUE' },
      { key: 'ssh-keys', value: 'kim:ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 kim' },
      { key: 'startup-script', value: '#!/bin/sh\nreboot\n' },
    ),
    { secret: [], digest: () => 'redacted:k1:00ff' },
  );
  expect(stored).toEqual(
    instance(
      { key: 'enable-oslogin', value: 'TRUE' },
      { key: 'ssh-keys', value: 'redacted:k1:00ff' },
      { key: 'startup-script', value: 'redacted:k1:00ff' },
    ),
  );
});
