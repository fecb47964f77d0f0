/** The configuration of mail, as the alerter takes it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import alerters from '@security-monkey/alerters';
import { beforeEach, expect, it } from 'vitest';
import type { Config } from '../../config/config.ts';
import { createRegistry } from '../../engine/registry.ts';
import { loadAlerting } from './alerting.ts';

const registry = createRegistry([alerters]);
let dataDirectory = '';
beforeEach(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'security-monkey-alerting-'));
});

function load(config: Partial<Config>) {
  return loadAlerting(
    {
      dataDirectory,
      plugins: [],
      logLevel: 'error',
      accountsAtOnce: 1,
      host: '127.0.0.1',
      port: 0,
      trustProxy: false,
      ...config,
    },
    registry,
  );
}

it('without a server there is no mail', () => {
  expect(load({ publicUrl: 'https://monkey.example.com' })).toEqual({
    publicUrl: 'https://monkey.example.com',
    options: {},
  });
});

it('every key of mail becomes an option', () => {
  writeFileSync(join(dataDirectory, 'ca.pem'), 'PEM');
  const { options } = load({
    smtpHost: 'mail.example.com',
    smtpPort: 2525,
    smtpSecurity: 'tls',
    smtpUsername: 'monkey',
    smtpPassword: 'hunter2',
    smtpCertificateAuthority: 'ca.pem',
    mailFrom: 'monkey@example.com',
  });
  expect(options).toEqual({
    mail: {
      host: 'mail.example.com',
      port: 2525,
      security: 'tls',
      username: 'monkey',
      password: 'hunter2',
      certificateAuthority: 'PEM',
      from: 'monkey@example.com',
    },
  });
});

it('a sender that is no address is met at the start', () => {
  expect(() => load({ smtpHost: 'mail.example.com', mailFrom: 'Monkey' })).toThrow(
    /wrong at the options of mail: from: an address is written name@example\.com/,
  );
});

it('certificates that are not there are met at the start', () => {
  expect(() =>
    load({ smtpHost: 'mail.example.com', mailFrom: 'a@b.example', smtpCertificateAuthority: 'ca.pem' }),
  ).toThrow(/wrong at smtpCertificateAuthority: .*ca\.pem cannot be read: ENOENT/);
});
