/** A plugin that cannot be loaded is named in one line, and everything else is there as without it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../config/config.ts';
import { loadPlugins } from './plugins.ts';

/** The account types of the plugins in the box. */
const shipped = ['aws', 'gcp', 'gcp-organization'];

const folder = { path: '' };

/** Marks definitions as the SDK does, which would take its time to load. */
const made = `const made = (kind, value, contract = 1) =>
  Object.defineProperty(value, Symbol.for('security-monkey.definition'), { value: { kind, contract } });
const none = { accountTypes: [], watchers: [], checks: [], alerters: [] };`;

/** The text of a module whose plugin has one alerter. */
const pluginText = (name: string, alerter: string): string => `${made}
  const alerter = { id: '${alerter}', title: 'Bell', options: {}, on: ['issue.opened'], send: async () => undefined };
  export default made('plugin', { ...none, name: '${name}', alerters: [made('alerter', alerter)] });`;

const extendingText = (name: string, extended: string): string => `${made}
  const extension = { id: '${name}', title: 'Like it', extends: '${extended}', fields: { shape: {} } };
  const accountTypeExtensions = [made('account-type-extension', extension)];
  export default made('plugin', { ...none, name: '${name}', accountTypeExtensions });`;

const laterText = `${made}
  export default made('plugin', { ...none, name: 'later' }, 2);`;

const modules: Readonly<Record<string, string>> = {
  good: pluginText('good', 'good-bell'),
  same: pluginText('same', 'good-bell'),
  throws: "throw new Error('no licence\\nsecond line');",
  hangs: 'await new Promise(() => {});',
  spins: 'for (;;);',
  ends: 'process.exit(0);',
  nothing: 'export default {};',
  later: laterText,
  base: extendingText('base', 'aws'),
  onBase: extendingText('onBase', 'base'),
};

beforeAll(() => {
  folder.path = mkdtempSync(join(tmpdir(), 'plugins-'));
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder.path, `${name}.mjs`), text);
});
afterAll(() => rmSync(folder.path, { recursive: true }));

async function loading(names: readonly string[], deadline = 60_000) {
  const config: Config = {
    dataDirectory: folder.path,
    plugins: names.map((name) => `./${name}.mjs`),
    logLevel: 'error',
    accountsAtOnce: 1,
    host: '127.0.0.1',
    port: 0,
    trustProxy: false,
  };
  const { registry, modules: urls } = await loadPlugins(config, { deadline });
  return {
    alerters: registry.allAlerters.map(({ id }) => id).filter((id) => id.endsWith('-bell')),
    types: registry.allAccountTypes.map(({ id }) => id),
    failed: registry.failedPlugins,
    own: urls.filter((url) => url.includes('plugins-')).map((url) => url.split('/').at(-1)),
  };
}

const unusable = (name: string, problem: string) => ({
  name: `./${name}.mjs`,
  message: expect.stringMatching(
    new RegExp(
      `^The plugin \\./${name}\\.mjs cannot be loaded: ${problem}\\. Install or correct it in .*, or remove it from the key plugins\\.$`,
    ),
  ),
});

describe('a plugin', () => {
  it.each([
    ['throws', 'no licence'],
    ['hangs', 'its loading waits for ever'],
    ['ends', 'it ends the process with code 0'],
    ['nothing', 'its default export is not made by definePlugin'],
    ['absent', '.*/absent.mjs is not there'],
  ])('that %s is named, and the others are loaded', async (name, problem) => {
    expect(await loading([name, 'good'])).toEqual({
      alerters: ['good-bell'],
      types: shipped,
      failed: [unusable(name, problem)],
      own: ['good.mjs'],
    });
  });

  it('that does not come to an end is stopped and named', async () => {
    expect(await loading(['spins'], 300)).toEqual({
      alerters: [],
      types: shipped,
      failed: [unusable('spins', 'it took longer than 0.3 s to load')],
      own: [],
    });
  });

  it('of another version of the contract is refused by name, with what to do', async () => {
    const { failed, alerters } = await loading(['later', 'good']);
    expect(failed).toEqual([
      {
        name: './later.mjs',
        message:
          'The plugin ./later.mjs does not go with this server: later speaks version 2 of the plugin contract; this server speaks 1: install matching versions. Until that is corrected, or it is removed from the key plugins, it is left out.',
      },
    ]);
    expect(alerters).toEqual(['good-bell']);
  });

  it('that brings an id that is there already is refused by name, and the one named first stays', async () => {
    const { failed, own } = await loading(['good', 'same']);
    expect(failed).toEqual([
      {
        name: './same.mjs',
        message:
          'The plugin ./same.mjs does not go with this server: The alerter good-bell is brought twice, by good and by same: remove one of them. Until that is corrected, or it is removed from the key plugins, it is left out.',
      },
    ]);
    expect(own).toEqual(['good.mjs']);
  });

  it('may build on one that is named after it', async () => {
    const { failed, types } = await loading(['onBase', 'base']);
    expect(failed).toEqual([]);
    expect(types).toEqual([...shipped, 'base', 'onBase']);
  });

  it('that builds on one that cannot be loaded is named, too', async () => {
    const { failed, types } = await loading(['onBase', 'throws']);
    expect(failed.map(({ name }) => name)).toEqual(['./throws.mjs', './onBase.mjs']);
    expect(types).toEqual(shipped);
  });
});
