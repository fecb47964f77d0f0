/** The configuration: precedence, refusals, and what is shown of it. */
import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Config, configFileName, loadConfig } from './config.ts';
import { dataDirectoryOf } from './data-directory.ts';
import { demoConfigOf } from './demo-config.ts';
import { createDigestKey, digestKeyFileName, readDigestKey } from './digest-key.ts';
import { configKeys } from './keys.ts';
import { showConfig } from './show-config.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'security-monkey-config-'));
});

function load(environment: Readonly<Record<string, string>>, file?: string): Config {
  if (file !== undefined) writeFileSync(join(directory, configFileName), file);
  return loadConfig({ SECURITY_MONKEY_DATA_DIRECTORY: directory, ...environment }, '/nowhere');
}

describe('the configuration', () => {
  it('has defaults for everything', () => {
    expect(load({})).toEqual({
      dataDirectory: directory,
      plugins: [],
      logLevel: 'info',
      host: '127.0.0.1',
      port: 8_420,
      trustProxy: false,
      accountsAtOnce: 4,
    });
  });

  it('takes the environment before the file', () => {
    const config = load(
      { SECURITY_MONKEY_LOG_LEVEL: 'warn', SECURITY_MONKEY_PLUGINS: 'one, ./two.js' },
      '{"logLevel": "debug", "auditWorkers": 2}',
    );
    expect(config).toMatchObject({ logLevel: 'warn', auditWorkers: 2, plugins: ['one', './two.js'] });
  });

  it.each([
    {
      rule: 'an unknown key of the file',
      environment: {},
      file: '{"logLevle": "info"}',
      says: /unknown key in .*security-monkey\.json: logLevle/,
    },
    {
      rule: 'a misspelt variable',
      environment: { SECURITY_MONKEY_LOGLEVEL: 'info' },
      says: /unknown key in the environment: SECURITY_MONKEY_LOGLEVEL/,
    },
    {
      rule: 'a wrong value of a variable, by its name',
      environment: { SECURITY_MONKEY_AUDIT_WORKERS: 'many' },
      says: /wrong at SECURITY_MONKEY_AUDIT_WORKERS: /,
    },
    {
      rule: 'a wrong value of the file, by its key',
      environment: {},
      file: '{"accountsAtOnce": 0}',
      says: /wrong at accountsAtOnce in .*: /,
    },
    {
      rule: 'a file that is no JSON',
      environment: {},
      file: '{',
      says: /wrong at .*security-monkey\.json: /,
    },
    {
      rule: 'mails from nobody',
      environment: { SECURITY_MONKEY_SMTP_HOST: 'mail.example.com' },
      says: /wrong at mailFrom in .*: mails need an address that they are from/,
    },
    {
      rule: 'a user without a password',
      environment: { SECURITY_MONKEY_SMTP_USERNAME: 'monkey' },
      says: /wrong at smtpPassword in .*: a user needs a password/,
    },
    {
      rule: 'a password without a user',
      environment: { SECURITY_MONKEY_SMTP_PASSWORD: 'hunter2' },
      says: /wrong at smtpUsername in .*: a user needs a password/,
    },
    {
      rule: 'a password in plain text',
      environment: {
        SECURITY_MONKEY_SMTP_USERNAME: 'monkey',
        SECURITY_MONKEY_SMTP_PASSWORD: 'hunter2',
        SECURITY_MONKEY_SMTP_SECURITY: 'none',
      },
      says: /wrong at SECURITY_MONKEY_SMTP_SECURITY: a password is not sent in plain text/,
    },
    {
      rule: 'an address of the interface that is none',
      environment: { SECURITY_MONKEY_PUBLIC_URL: 'monkey.example.com' },
      says: /wrong at SECURITY_MONKEY_PUBLIC_URL: must be an address such as/,
    },
    { rule: 'a file that is a list', environment: {}, file: '[]', says: /it must hold one JSON object/ },
    {
      rule: 'another database',
      environment: { DATABASE_URL: 'mysql://x' },
      says: /DATABASE_URL: must start with postgres/,
    },
  ])('refuses $rule', ({ environment, file, says }) => {
    expect(() => load({ ...environment }, file)).toThrow(says);
  });

  it('says so when a file stands where the data directory should be', () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    expect(() => load({ SECURITY_MONKEY_DATA_DIRECTORY: join(file, 'data') })).toThrow(
      /cannot be read: ENOTDIR.* set SECURITY_MONKEY_DATA_DIRECTORY to another directory\.$/,
    );
  });

  it('leaves the variables of the tests alone', () => {
    expect(() => load({ SECURITY_MONKEY_TEST_ENGINE: 'postgres' })).not.toThrow();
  });

  it('is shown without secrets', () => {
    const shown = showConfig(load({ DATABASE_URL: 'postgresql://me:hunter2@db:5432/monkey?password=x' }));
    expect(shown['databaseUrl']).toBe('postgresql://me@db:5432/monkey');
    expect(JSON.stringify(shown)).not.toContain('hunter2');
    const withToken = showConfig(load({ SECURITY_MONKEY_METRICS_TOKEN: 'token:hunter2-hunter2' }));
    expect(withToken['metricsToken']).toBe('(hidden)');
  });

  it.each([
    ['yes', true],
    ['true', true],
    ['no', false],
  ])('takes %s for a switch', (text, value) => {
    expect(load({ SECURITY_MONKEY_TRUST_PROXY: text }).trustProxy).toBe(value);
  });

  it('refuses any other word for a switch', () => {
    expect(() => load({ SECURITY_MONKEY_TRUST_PROXY: 'maybe' })).toThrow(/SECURITY_MONKEY_TRUST_PROXY/);
  });

  it('takes of a public address its origin', () => {
    expect(load({ SECURITY_MONKEY_PUBLIC_URL: 'https://monkey.example.com/' }).publicUrl).toBe(
      'https://monkey.example.com',
    );
    expect(() => load({ SECURITY_MONKEY_PUBLIC_URL: 'ftp://monkey.example.com' })).toThrow(/PUBLIC_URL/);
  });

  it('hides the whole of a password, also one that looks like an address', () => {
    const shown = showConfig(
      load({
        SECURITY_MONKEY_SMTP_USERNAME: 'monkey',
        SECURITY_MONKEY_SMTP_PASSWORD: 'https://hunter2/hunter3',
      }),
    );
    expect(shown).toMatchObject({ smtpUsername: 'monkey', smtpPassword: '(hidden)' });
    expect(JSON.stringify(shown)).not.toContain('hunter');
  });

  it('takes the address of the interface without what stands after it', () => {
    expect(load({ SECURITY_MONKEY_PUBLIC_URL: 'https://monkey.example.com//' }).publicUrl).toBe(
      'https://monkey.example.com',
    );
  });

  it('describes every key with its variable', () => {
    for (const { meta } of configKeys) {
      expect(meta.description).toMatch(/\.$/);
      expect(meta.env).toMatch(/^[A-Z_]+$/);
    }
  });
});

describe('the data directory', () => {
  it('lies where the variable says, at the root of a checkout, or in the user’s data home', () => {
    const packageRoot = join(directory, 'packages', 'server');
    mkdirSync(join(packageRoot, 'src'), { recursive: true });
    expect(dataDirectoryOf({ SECURITY_MONKEY_DATA_DIRECTORY: '/data' }, packageRoot)).toBe('/data');
    expect(dataDirectoryOf({}, packageRoot)).toBe(join(directory, '.security-monkey'));
    expect(dataDirectoryOf({ XDG_DATA_HOME: '/home/me/data' }, directory)).toBe(
      '/home/me/data/security-monkey',
    );
  });
});

describe('the digest key', () => {
  it('is made once, for its owner only, and read again', () => {
    expect(readDigestKey(directory)).toBeUndefined();
    const made = createDigestKey(directory);
    const again = createDigestKey(directory);
    expect(again.id).toBe(made.id);
    expect(statSync(join(directory, digestKeyFileName)).mode & 0o777).toBe(0o600);
    expect(made.digest('secret')).toMatch(new RegExp(`^redacted:${made.id}:[0-9a-f]{32}$`));
    expect(again.digest('secret')).toBe(made.digest('secret'));
    expect(made.digest('other')).not.toBe(made.digest('secret'));
  });

  it('is refused when it is damaged', () => {
    writeFileSync(join(directory, digestKeyFileName), 'abc');
    expect(() => readDigestKey(directory)).toThrow(/it must hold 64 hex digits/);
  });
});

describe('the configuration of the demo', () => {
  it('has a data directory of its own and no server, and else what is configured', () => {
    const own = load({ DATABASE_URL: 'postgres://localhost/own', SECURITY_MONKEY_PLUGINS: './one.js' });
    const config = demoConfigOf(own);
    expect(config).toEqual({
      dataDirectory: join(directory, 'demo'),
      pluginDirectory: directory,
      isDemo: true,
      plugins: ['./one.js'],
      logLevel: 'info',
      accountsAtOnce: 4,
      host: '127.0.0.1',
      port: 8_420,
      trustProxy: false,
    });
    expect(showConfig(config)).toMatchObject({ isDemo: true });
    expect(showConfig(own)).not.toHaveProperty('isDemo');
  });
});
