/** Plugins that fail, installed beside one that does not: each is named in one line, and everything else is as without it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Installed, openInstalled } from './installed.ts';
import type { Packed } from './packed.ts';

/** One account with two technologies of three items each, and checks on them. */
const toy = (name: string, parts: string): string => `
  import { defineAccountType, defineCheck, definePlugin, defineWatcher } from '@security-monkey/sdk';
  import { z } from 'zod';
  const type = defineAccountType({
    id: 'toy', title: 'Toy', identifier: { label: 'Toy', example: 't1', parse: (value) => ({ value }) },
    fields: z.strictObject({}), permissions: {},
    connect: async () => ({ send: async () => ({}), close: () => undefined }),
    probe: async () => ({
      facts: { partition: 'toy' }, regions: [{ name: 'here', enabled: true }], homeRegion: 'here',
    }),
    classify: (error) => ({ class: 'defect', message: String(error) }),
    budgetKey: () => 'toy',
  });
  const watcher = (id, list) => defineWatcher({
    id, accountType: 'toy', title: { one: id, many: id }, documentation: 'https://example.com/', version: 1,
    scope: 'region', permissions: {}, gone: [], ephemeral: [], secret: [], unordered: [], relations: [],
    config: z.looseObject({ Name: z.string() }),
    identity: ({ Name }) => Name, lineage: ({ Name }) => id + '/' + Name, name: ({ Name }) => Name, list,
  });
  async function* three() { yield [{ Name: 'a' }, { Name: 'b' }, { Name: 'c' }]; }
  async function* broken() { throw new Error('out of order'); }
  const check = (on, rule, run) => defineCheck({
    id: on.id + '.' + rule, watcher: on, version: 1, score: 5, category: 'recommendation', title: rule, why: 'w',
    fix: 'f', links: [], frameworks: {}, messages: { found: 'found' }, examples: { good: [], bad: [] }, run,
  });
  const report = ({ report }) => report('found', { subject: {}, evidence: [{ path: '/Name', value: 'a' }] });
  const box = watcher('toy.box', three);
  const bag = watcher('toy.bag', broken);
  const plugin = { name: '${name}', accountTypes: [], watchers: [], checks: [], alerters: [] };
  export default definePlugin({ ...plugin, ${parts} });`;

/** As the SDK of a later version of the contract marks its definitions. */
const later = `
  const plugin = { name: 'later', accountTypes: [], watchers: [], checks: [], alerters: [] };
  export default Object.defineProperty(plugin, Symbol.for('security-monkey.definition'), {
    value: { kind: 'plugin', contract: 2 },
  });`;

const packages: Readonly<Record<string, string>> = {
  'toy-good': toy(
    'toy-good',
    "accountTypes: [type], watchers: [box], checks: [check(box, 'always', report)]",
  ),
  'toy-broken': toy(
    'toy-broken',
    `accountTypes: [type], watchers: [box, bag], checks: [
      check(box, 'always', report),
      check(box, 'throws', () => { throw new Error('what now'); }),
      check(box, 'hangs', () => { for (;;); }),
    ]`,
  ),
  'toy-throws': "throw new Error('no licence');",
  'toy-hangs': 'await new Promise(() => {});',
  'toy-later': later,
  'toy-same': toy('toy-same', 'accountTypes: [type]'),
};

const given: { directory: string } = { directory: '' };

function installPackages(directory: string): void {
  for (const [name, text] of Object.entries(packages)) {
    const folder = join(directory, 'node_modules', name);
    mkdirSync(folder, { recursive: true });
    const manifest = { name, version: '1.0.0', type: 'module', exports: './index.js' };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'index.js'), text);
  }
}

const open = async (...plugins: readonly string[]): Promise<Installed> =>
  await openInstalled(given.directory, plugins);

/** The lines on standard error that are about plugins. */
const named = (text: string) => text.split('\n').filter((line) => line.startsWith('The plugin '));

export function describeFaults(packed: () => Packed): void {
  describe('plugins that fail', () => {
    beforeAll(() => {
      given.directory = packed().folder('faults');
      packed().installProduct(given.directory);
      installPackages(given.directory);
    });
    describeLoading();
    describeRunning();
    describeMissing();
  });
}

function describeLoading(): void {
  it('while they are loaded are named by every command, each in one line, and the others are there', async () => {
    const product = await open('toy-throws', 'toy-hangs', 'toy-later', 'toy-good', 'toy-same', 'toy-absent');
    const ran = await product.run('technologies', '--json');
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('"id":"toy.box"');
    expect(named(ran.err).map((line) => line.replace(/ in (file:)?\/.*\/(?=[\w.]+[,.] )/, ' in …/'))).toEqual(
      [
        expect.stringMatching(
          /^The plugin toy-throws cannot be loaded: no licence\. Install or correct it in /,
        ),
        expect.stringMatching(/^The plugin toy-hangs cannot be loaded: its loading waits for ever\. /),
        expect.stringMatching(
          /^The plugin toy-absent cannot be loaded: no such package is installed there\. /,
        ),
        expect.stringMatching(
          /^The plugin toy-later does not go with this server: later speaks version 2 of the plugin contract; this server speaks 1: install matching versions\. /,
        ),
        expect.stringMatching(
          /^The plugin toy-same does not go with this server: The account-type toy is brought twice, by toy-good and by toy-same: remove one of them\. /,
        ),
      ],
    );
  });
}

function describeRunning(): void {
  it('while they run harm nothing else: a check that throws, one that hangs, a watcher that throws', async () => {
    const product = await open('toy-broken');
    await product.run('account', 'add', 'toy', 't1', '--name', 'toys');
    const scanned = await product.run('scan');
    expect(scanned.code).toBe(1);
    expect(scanned.err).toContain('toys toy.bag here could not be looked at: ');
    const items = await product.json('items');
    expect(items.map(({ technology, name }) => `${String(technology)} ${String(name)}`).toSorted()).toEqual([
      'toy.box a',
      'toy.box b',
      'toy.box c',
    ]);
    const issues = await product.json('issues');
    expect(issues.map(({ check, status }) => [check, status])).toEqual(
      Array.from({ length: 3 }, () => ['toy.box.always', 'open']),
    );
    const doctor = await product.run('doctor');
    expect(doctor.code).toBe(1);
    expect(doctor.out).toContain('defect: The check toy.box.throws failed: Error: what now\n');
    expect(doctor.out).toContain('defect: The check toy.box.hangs failed: took longer than 1000 ms\n');
    expect(doctor.out).toContain('defect: The watcher toy.bag failed: Error.\n');
    expect(doctor.out).toContain('3 things to fix: ');
  });
}

function describeMissing(): void {
  it('after they ran keep what is known: frozen, never deleted and never fixed, and named wherever one looks', async () => {
    const product = await open('toy-throws');
    const scanned = await product.run('scan');
    expect(scanned.code).toBe(1);
    expect(named(scanned.err)).toHaveLength(1);
    const coverage = await product.run('coverage', '--json');
    expect(coverage.code).toBe(1);
    expect(named(coverage.err)).toHaveLength(1);
    expect(coverage.out).toContain('No plugin brings the account type toy.');
    const doctor = await product.run('doctor');
    expect(doctor.out).toContain('1. The plugin toy-throws cannot be loaded: no licence.');
    expect((await product.json('items', 'is:frozen')).length).toBe(3);
    expect((await product.json('issues', 'is:frozen')).length).toBe(3);
    const session = await product.withApi(async (get) => await get('/session'));
    expect(session).toMatchObject({ failedPlugins: [{ name: 'toy-throws' }] });
    const back = await open('toy-good');
    expect((await back.run('scan')).code).toBe(0);
    expect((await back.json('issues', 'is:open')).length).toBe(3);
  });
}
