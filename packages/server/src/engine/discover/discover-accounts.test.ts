/** Accounts that lie in an account, from the provider's list to the rows. */
import { defineAccountType, definePlugin, type FoundAccount, OperationError } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { listAccounts } from '../../store/accounts.ts';
import { listScopes } from '../../store/coverage.ts';
import type { Row } from '../../store/schema.ts';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import { systemViewer } from '../../store/viewer.ts';
import { freezeInactive } from '../freeze-inactive.ts';
import { createRegistry } from '../registry.ts';
import { scan } from '../scan.ts';
import { givenFakeAccount } from '../testing/engine-test.ts';
import { createTestRuntime } from '../testing/test-runtime.ts';

const database = useTestDatabase();

type World = { found: readonly FoundAccount[]; refusal?: Error | undefined };

const denied = new OperationError({
  class: 'access_denied',
  message: 'The projects may not be listed',
  permission: 'fake:ListAccounts',
});

async function organization(world: World) {
  const test = createTestRuntime(database());
  const fake = test.runtime.registry.accountType('fake');
  const plugin = test.runtime.registry.plugins[0];
  if (fake === undefined || plugin === undefined) throw new Error('The fake plugin brings it.');
  const type = defineAccountType({
    ...fake,
    id: 'fake-org',
    fields: z.object({ role: z.string().optional() }),
    discovery: {
      finds: 'fake',
      find: async function* find() {
        yield world.found.slice(0, 1);
        if (world.refusal !== undefined) throw world.refusal;
        yield world.found.slice(1);
      },
    },
  });
  const parse = (text: string) =>
    /^a\d$/.test(text) ? { value: text } : { problem: 'Fake accounts are called a and a digit.' };
  const strict = defineAccountType({ ...fake, identifier: { ...fake.identifier, parse } });
  const registry = createRegistry([
    definePlugin({ ...plugin, accountTypes: [strict] }),
    definePlugin({ name: 'org-plugin', accountTypes: [type], watchers: [], checks: [], alerters: [] }),
  ]);
  const runtime = { ...test.runtime, registry };
  const { id } = await givenFakeAccount(runtime, 'org');
  await database().updateTable('account').set({ type: 'fake-org' }).where('id', '=', id).execute();
  const run = () => scan(runtime, { signal: new AbortController().signal });
  return { run, runtime, clock: test.clock, id };
}

const accounts = async () =>
  (await listAccounts(database(), systemViewer, { type: 'fake' })).map(
    ({ name, active, left_out: leftOut }: Row<'account'>) => `${name}${active ? '' : ` off: ${leftOut}`}`,
  );
const found = (...identifiers: readonly string[]) =>
  identifiers.map((identifier) => ({ identifier, fields: {} }));

it('watches what was found at once, and once only', async () => {
  const { run } = await organization({ found: found('a1', 'a2') });
  const first = await run();
  expect([first.discovered, first.accounts]).toEqual([
    ['a1', 'a2'],
    ['org', 'a1', 'a2'],
  ]);
  expect((await run()).discovered).toEqual([]);
  expect(await accounts()).toEqual(['a1', 'a2']);
});

it('gives a found account another name where its own is taken', async () => {
  const { run, runtime } = await organization({ found: found('a9') });
  await givenFakeAccount(runtime, 'a1');
  await database().updateTable('account').set({ name: 'a9' }).where('identifier', '=', 'a1').execute();
  await run();
  expect(await accounts()).toEqual(['a9', 'a9 (org)']);
});

it('freezes what has gone with its history, and thaws it when it is back', async () => {
  const world: World = { found: found('a1', 'a2', 'a3', 'a4') };
  const { run, runtime } = await organization(world);
  await run();
  world.found = found('a1', 'a2', 'a3');
  await run();
  const gone = 'org does not list a4 any more: what was known of it is frozen.';
  expect(await accounts()).toEqual(['a1', 'a2', 'a3', `a4 off: ${gone}`]);
  await freezeInactive(runtime);
  const [a4] = (await listAccounts(database(), systemViewer, { type: 'fake' })).slice(3);
  const scopes = await listScopes(database(), systemViewer, { accountIds: [a4?.id ?? ''] });
  expect(new Set(scopes.map(({ state, failure }) => `${state} ${failure?.message}`))).toEqual(
    new Set([`frozen ${gone}`]),
  );
  world.found = found('a1', 'a2', 'a3', 'a4');
  await run();
  expect(await accounts()).toEqual(['a1', 'a2', 'a3', 'a4']);
});

it('concludes nothing from a list that breaks off, and says so until it does not', async () => {
  const world: World = { found: found('a1', 'a2') };
  const { run, id } = await organization(world);
  await run();
  await database()
    .updateTable('account')
    .set({ enrolled_at: new Date(0) })
    .where('id', '=', id)
    .execute();
  Object.assign(world, { found: found('a1', 'a3'), refusal: denied });
  const failed = await run();
  expect(failed.failedDiscoveries).toMatchObject([
    { account: 'org', failure: { class: 'access_denied', permission: 'fake:ListAccounts' } },
  ]);
  expect(await accounts()).toEqual(['a1', 'a2']);
  await run();
  Object.assign(world, { found: found('a1', 'a2'), refusal: undefined });
  expect((await run()).failedDiscoveries).toEqual([]);
  const told = await database()
    .selectFrom('outbox')
    .select('kind')
    .where('account_id', '=', id)
    .where('kind', 'like', 'scope.%')
    .orderBy('at')
    .orderBy('id')
    .execute();
  expect(told.map(({ kind }) => kind)).toEqual(['scope.failed', 'scope.recovered']);
});

it('holds what is missing in a number that nobody believes', async () => {
  const world: World = { found: found('a1', 'a2', 'a3') };
  const { run } = await organization(world);
  await run();
  world.found = [];
  const held = await run();
  expect(held.failedDiscoveries.map(({ failure }) => failure.message)).toEqual([
    'org does not list 3 accounts any more at once, such as a1: they stay as they are until that is confirmed. Look at what its credentials may see; remove those that are gone.',
  ]);
  expect(await accounts()).toEqual(['a1', 'a2', 'a3']);
});

it('refuses what is no account of the type', async () => {
  const { run } = await organization({ found: found('a1', 'no account') });
  expect((await run()).failedDiscoveries.map(({ failure }) => failure.message)).toEqual([
    'The account no account was found, which is no account of the type fake',
  ]);
  expect(await accounts()).toEqual([]);
});
