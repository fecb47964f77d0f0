/** What the inventory is asked, and what its answers and refusals mean. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@security-monkey/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Inventory, inventoryToken, startInventory } from '../test-support/inventory-server.ts';
import { acme } from './acme.ts';

const given: { inventory?: Inventory; folder: string } = { folder: '' };

beforeEach(async () => {
  given.inventory = await startInventory();
  given.folder = mkdtempSync(join(tmpdir(), 'acme-'));
  writeFileSync(join(given.folder, 'token'), `${inventoryToken}\n`);
});
afterEach(async () => {
  await given.inventory?.close();
  rmSync(given.folder, { recursive: true });
});

function inventory(): Inventory {
  if (given.inventory === undefined) throw new Error('the inventory runs while a test does');
  return given.inventory;
}

type Asking = { readonly operation: string; readonly input?: JsonObject; readonly token?: string };

async function ask({ operation, input = {}, token = 'token' }: Asking): Promise<unknown> {
  const fields = acme.fields.parse({ url: inventory().url, tokenFile: join(given.folder, token) });
  const context = { now: () => 0 };
  const connection = await acme.connect({ identifier: 'S-17', name: 'site', fields }, context);
  return await connection.send({ operation, region: 'north', input, signal: new AbortController().signal });
}

const failureOf = async (asking: Asking) =>
  await ask(asking).then(
    () => undefined,
    (error: unknown) => acme.classify(error),
  );

it('asks for pages and parts by the paths of the inventory', async () => {
  await ask({ operation: 'acme:ListMachines' });
  await ask({ operation: 'acme:ListMachines', input: { page: 2 } });
  await ask({ operation: 'acme:GetLock', input: { door: 'D1' } });
  expect(inventory().asked).toEqual([
    '/v1/regions/north/machines',
    '/v1/regions/north/machines?page=2',
    '/v1/doors/D1/lock',
  ]);
});

it('finds out whose token it is, and which regions there are', async () => {
  const probing = { send: async (operation: string) => await ask({ operation }) };
  const account = { identifier: 'S-17', name: 'site', fields: { url: '', tokenFile: '' } };
  expect(await acme.probe({ ...probing, account })).toEqual({
    facts: { partition: 'acme' },
    regions: [
      { name: 'north', enabled: true },
      { name: 'south', enabled: true },
    ],
    homeRegion: 'north',
  });
  const other = acme.probe({ ...probing, account: { ...account, identifier: 'S-18' } });
  const error: unknown = await other.catch((reason: unknown) => reason);
  expect(acme.classify(error)).toEqual({
    class: 'account_mismatch',
    message: 'The token is one of S-17, not of S-18.',
  });
});

describe('a refusal', () => {
  it.each([
    ['access_denied', 403, 'no_right'],
    ['throttled', 429, 'slow_down'],
    ['server_error', 502, 'broken'],
    ['rejected', 400, 'bad_page'],
  ])('is %s when the inventory answers %i', async (expected, status, code) => {
    inventory().answer(/doors/, status, JSON.stringify({ code, message: 'no' }));
    expect(await failureOf({ operation: 'acme:ListDoors' })).toEqual({
      class: expected,
      code,
      message: 'The inventory refuses it: no',
    });
  });

  it('has the code of what is not there', async () => {
    expect(await failureOf({ operation: 'acme:GetLock', input: { door: 'D2' } })).toMatchObject({
      class: 'not_found',
      code: 'no_lock',
    });
  });

  it('of a wrong token, or of a file that is not there, is one of credentials', async () => {
    writeFileSync(join(given.folder, 'old'), 'another token');
    expect(await failureOf({ operation: 'acme:WhoAmI', token: 'old' })).toMatchObject({
      class: 'credentials',
    });
    expect(await failureOf({ operation: 'acme:WhoAmI', token: 'none' })).toMatchObject({
      class: 'credentials',
    });
  });

  it('that is no JSON still has the class of its status', async () => {
    inventory().answer(/doors/, 503, '<html>');
    expect(await failureOf({ operation: 'acme:ListDoors' })).toMatchObject({ class: 'server_error' });
  });
});

it('takes an answer that is no JSON, and an inventory that is not there, for what they are', async () => {
  inventory().answer(/doors/, 200, 'doors: none');
  expect(await failureOf({ operation: 'acme:ListDoors' })).toMatchObject({ class: 'invalid_response' });
  await inventory().close();
  expect(await failureOf({ operation: 'acme:ListDoors' })).toMatchObject({ class: 'network' });
});

it.each([
  ['S-17', { value: 'S-17' }],
  [' s-4 ', { value: 'S-4' }],
  ['17', { problem: 'A site number is S- and up to six digits, such as S-17' }],
])('reads the site number %s', (text, expected) => {
  expect(acme.identifier.parse(text)).toEqual(expected);
});
