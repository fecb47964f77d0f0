/** `examples/plugin-acme`, tested and compiled with nothing but the packed SDK, packed, and installed beside the packed product. */
import { cpSync, existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Inventory,
  inventoryToken,
  startInventory,
} from '../../examples/plugin-acme/src/test-support/inventory-server.ts';
import { repositoryRoot } from '../architecture/sources.ts';
import { signIn } from '../e2e/estate/clients.ts';
import { prod } from '../e2e/estate/known.ts';
import { resetMoto } from '../e2e/moto.ts';
import { motoUrl } from '../e2e/own-moto.ts';
import { type Installed, openInstalled } from './installed.ts';
import { packPlugin, runIn } from './pack.ts';
import type { Packed } from './packed.ts';

const source = join(repositoryRoot, 'examples/plugin-acme');
const name = 'security-monkey-plugin-acme';

type Board = {
  readonly url: string;
  readonly got: string[];
  readonly next: Promise<void>;
  readonly server: Server;
};

const given: { product?: Installed; inventory?: Inventory; board?: Board; tested: string } = { tested: '' };

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('it is made before the first test');
  return value;
}

async function startBoard(): Promise<Board> {
  const got: string[] = [];
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      got.push(body);
      response.end();
      resolve(undefined);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, got, next: promise, server };
}

/** Copies, tests, compiles and packs the plugin as its author would; the tarball. */
function build(packed: Packed): string {
  const plugin = packed.folder('plugin-acme');
  cpSync(source, plugin, {
    recursive: true,
    filter: (path) => !/\/(node_modules|dist)$/.test(path),
  });
  packed.installSdk(plugin);
  given.tested = runIn(plugin, 'vitest/vitest.mjs', ['run', '--reporter=verbose']);
  runIn(plugin, 'typescript/bin/tsc', ['-p', '.']);
  return packPlugin(plugin);
}

export function describeAcme(packed: () => Packed): void {
  describe('plugin-acme beside the packed product', () => {
    beforeAll(async () => {
      const directory = packed().folder('product');
      packed().installProduct(directory, build(packed()));
      given.product = await openInstalled(directory, [name], motoUrl || undefined);
      given.inventory = await startInventory();
      given.board = await startBoard();
      writeFileSync(join(given.product.data, 'token'), inventoryToken);
    });
    afterAll(async () => {
      await given.inventory?.close();
      given.board?.server.close();
    });

    it('has passed its own tests with the packed SDK', () => {
      expect(given.tested).toMatch(/Tests {2}\d+ passed \(\d+\)/);
      expect(given.tested).toContain('check aws.s3-bucket.no-cost-centre');
    });

    it('is installed without a link to the checkout, and without its sources', () => {
      const modules = join(packed().folder('product'), 'node_modules');
      for (const one of ['security-monkey', '@security-monkey/sdk', '@security-monkey/aws', name]) {
        expect(lstatSync(join(modules, one)).isSymbolicLink()).toBe(false);
        expect(existsSync(join(modules, one, 'src'))).toBe(false);
        expect(readFileSync(join(modules, one, 'package.json'), 'utf8')).not.toContain(
          '@security-monkey/source',
        );
      }
    });

    describeCatalogue();
    describeSite();
    describeAwsOfAcme();
  });
}

function describeCatalogue(): void {
  it('is in the catalogues of the command line', async () => {
    const product = need(given.product);
    const technologies = await product.json('technologies');
    expect(technologies.filter(({ accountType }) => accountType === 'acme')).toEqual([
      {
        id: 'acme.door',
        accountType: 'acme',
        title: { one: 'Door', many: 'Doors' },
        scope: 'global',
        legacyIndex: null,
        documentation: 'https://inventory.acme.example/docs/doors',
        checks: ['acme.door.unlocked', 'acme.door.key-of-guest'],
        permissions: ['doors.read', 'keys.read', 'locks.read'],
      },
      expect.objectContaining({ id: 'acme.machine', scope: 'region', checks: ['acme.machine.old-image'] }),
    ]);
    const checks = await product.json('checks', '--technology', 'aws.s3-bucket');
    expect(checks.map(({ id }) => id)).toContain('aws.s3-bucket.no-cost-centre');
    expect(await product.json('permissions', 'acme')).toEqual(
      ['doors.read', 'inventory.read', 'keys.read', 'locks.read', 'machines.read'].map((permission) => ({
        permission,
      })),
    );
    const [ofAws, ofAcme] = await Promise.all([
      product.run('permissions', 'aws', '--format', 'terraform'),
      product.run('permissions', 'acme-aws', '--format', 'terraform'),
    ]);
    expect(ofAcme).toEqual(ofAws);
    expect(ofAcme.code).toBe(0);
  });

  it('refuses an account with a word of its own', async () => {
    const refused = await need(given.product).run('account', 'add', 'acme', '17', '--name', 'site');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('A site number is S- and up to six digits, such as S-17');
  });
}

function describeSite(): void {
  it('watches its site: items, issues and coverage, and news for the board', async () => {
    const { product, inventory, board } = {
      product: need(given.product),
      inventory: need(given.inventory),
      board: need(given.board),
    };
    const fields = ['--field', `url=${inventory.url}`, '--field', `tokenFile=${join(product.data, 'token')}`];
    const added = await product.run('account', 'add', 'acme', 's-17', '--name', 'site', ...fields);
    expect([added.code, added.err]).toEqual([0, '']);
    const alerters = [{ name: 'board', alerter: 'acme-board', options: { url: board.url } }];
    expect((await product.run('settings', 'set', 'alerters', JSON.stringify(alerters))).code).toBe(0);
    const scanned = await product.run('scan', '--account', 'site');
    expect([scanned.code, scanned.err]).toEqual([0, expect.not.stringContaining('could not')]);
    const items = await product.json('items', 'account:site');
    expect(
      items.map(({ technology, region, name: item }) => [technology, region, item].join(' ')).toSorted(),
    ).toEqual([
      'acme.door north Main gate',
      'acme.door north Vault',
      'acme.door south Roof hatch',
      'acme.machine north lathe',
      'acme.machine north press',
    ]);
    const issues = await product.json('issues', 'account:site');
    expect(issues.map(({ check, score }) => `${String(check)} ${String(score)}`).toSorted()).toEqual([
      'acme.door.key-of-guest 5',
      'acme.door.unlocked 8',
      'acme.door.unlocked 8',
      'acme.machine.old-image 4',
    ]);
    const coverage = await product.json('coverage', '--account', 'site');
    expect(
      coverage.map(({ technology, region, state, listed }) => [technology, region, state, listed]),
    ).toEqual([
      ['acme.door', 'global', 'complete', 3],
      ['acme.machine', 'north', 'complete', 2],
      ['acme.machine', 'south', 'complete', 0],
    ]);
    inventory.answer(/D1\/lock/, 200, JSON.stringify({ model: 'bolt', engaged: false }));
    expect((await product.run('scan', '--account', 'site')).code).toBe(0);
  });

  it('is in the API, from which the pages are made, and the board hears the news', async () => {
    const answers = await need(given.product).withApi(async (get) => {
      await need(given.board).next;
      return {
        types: await get('/account-types'),
        technologies: await get('/technologies'),
        check: await get('/checks/acme.machine.old-image'),
        session: await get('/session'),
        about: await get('/about'),
      };
    });
    expect(answers.types).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({
          id: 'acme',
          extends: null,
          identifier: { label: 'Site number', example: 'S-17' },
          fields: expect.objectContaining({
            properties: {
              url: expect.objectContaining({
                description: expect.stringContaining('Address of the inventory'),
              }),
              tokenFile: expect.objectContaining({
                description: expect.stringContaining('Path of the file'),
              }),
            },
          }),
        }),
        expect.objectContaining({
          id: 'acme-aws',
          extends: 'aws',
          identifier: { label: 'Account number', example: '123456789012' },
          roleFormats: ['json', 'cloudformation', 'terraform'],
          fields: expect.objectContaining({
            properties: expect.objectContaining({
              role: expect.anything(),
              costCentre: expect.objectContaining({ description: 'Cost centre that pays for the account' }),
            }),
          }),
        }),
      ]),
    });
    expect(answers.technologies).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ id: 'acme.door' }),
        expect.objectContaining({ id: 'acme.machine' }),
      ]),
    });
    expect(answers.check).toMatchObject({
      why: expect.stringContaining('An old image lacks the corrections'),
      optionsSchema: { properties: { days: { default: 90 } } },
    });
    expect(answers.session).toMatchObject({ failedPlugins: [] });
    expect(answers.about).toMatchObject({
      plugins: expect.arrayContaining([{ name, accountTypes: 2, technologies: 2, checks: 4, alerters: 1 }]),
    });
    const events = need(given.board).got.flatMap(
      (body) => JSON.parse(body).events as readonly { kind: string }[],
    );
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(['issue.opened', 'item.changed']);
  });
}

function describeAwsOfAcme(): void {
  it.skipIf(motoUrl === '')(
    'watches an AWS account of ACME by the watchers of AWS, with the check of its own',
    async () => {
      const product = need(given.product);
      await resetMoto(motoUrl);
      const account = await signIn(motoUrl, 'prod');
      await account.in('us-east-1').s3.send(new CreateBucketCommand({ Bucket: 'anvils-of-acme' }));
      account.close();
      const add = ['account', 'add', 'acme-aws', prod, '--name', 'paid'] as const;
      const refused = await product.run(...add, '--field', 'costCentre=free');
      expect([refused.code, refused.err]).toEqual([
        2,
        expect.stringContaining('a cost centre, such as CC-0815'),
      ]);
      expect((await product.run(...add, '--field', 'costCentre=CC-0815')).code).toBe(0);
      const technologies = ['--technology', 'aws.s3-bucket'] as const;
      const scanned = await product.run('scan', '--account', 'paid', ...technologies);
      expect([scanned.code, scanned.err]).toEqual([0, expect.not.stringContaining('could not')]);
      const items = await product.json('items', 'account:paid');
      expect(items).toMatchObject([
        { technology: 'aws.s3-bucket', name: 'anvils-of-acme', region: 'us-east-1' },
      ]);
      const issues = await product.json('issues', 'account:paid', 'check:aws.s3-bucket.no-cost-centre');
      expect(issues).toMatchObject([{ status: 'open', score: 2 }]);
      const consoleUrl = await product.withApi(
        async (get) => await get(`/items/${String(items[0]?.['id'])}`),
      );
      expect(consoleUrl).toMatchObject({
        consoleUrl: expect.stringMatching(/^https:\/\/.*console\.aws\.amazon\.com\//),
      });
    },
  );
}
