/** Bad input about Google Cloud: one line that says what to do, and nothing lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileWith, serviceAccountKey } from '../../packages/gcp/src/test-support/key-file.ts';
import {
  createKeyboard,
  type Keyboard,
  type Typed,
} from '../../packages/server/src/cli/testing/type-command.ts';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { readIssues, readItems } from '../e2e/rows.ts';
import { type FakeGcp, startFakeGcp } from '../fake-gcp/start.ts';
import { onVirtualTime } from './calm-time.ts';
import { endingEstate, faultyEstate } from './resources/faulty.ts';
import { organization } from './resources/known.ts';
import { connectionTo, succeed } from './watching.ts';

const database = useTestDatabase();
let whole: FakeGcp;
let ending: FakeGcp;
let keyboard: Keyboard;

beforeAll(async () => {
  whole = await startFakeGcp(faultyEstate, { pageCap: 1 });
  ending = await startFakeGcp(endingEstate, { pageCap: 1 });
});
afterAll(async () => {
  await whole.close();
  await ending.close();
});
beforeEach(async () => {
  keyboard = createKeyboard(database(), ({ runtime, clock }) => ({
    ...runtime,
    registry: createRegistry([onVirtualTime(clock)]),
  }));
  await succeed(keyboard, [...discover(organization.id), '--name', 'acme', ...connectionTo(whole.url)]);
  await succeed(keyboard, ['scan']);
});

const discover = (id: string) => ['account', 'discover', 'gcp', '--organization', id];
const scanWeb = async () => await keyboard.type('scan', '--account', 'acme-web');

/** A new key file for all that is watched, as somebody who renews keys would set it. */
async function scanWithKey(path: string): Promise<Typed> {
  await succeed(keyboard, ['account', 'update', 'acme-web', '--field', `keyFile=${path}`]);
  return await scanWeb();
}

async function remember() {
  const items = await readItems(keyboard);
  const issues = await readIssues(keyboard, 'is:fixed OR -is:fixed');
  return {
    items: items.map(({ id, openIssues, score }) => ({ id, openIssues, score })),
    issues: issues.map(({ id, score, status }) => ({ id, score, isOver: status === 'fixed' })),
  };
}

/** The same items and issues, of which those of the account are not counted with their items. */
async function uncountedIn(account: string, before: Awaited<ReturnType<typeof remember>>) {
  const items = await readItems(keyboard);
  const frozen = new Set(items.filter((item) => item.account === account).map(({ id }) => id));
  return {
    ...before,
    items: before.items.map((item) => (frozen.has(item.id) ? { ...item, openIssues: 0, score: 0 } : item)),
  };
}

type Mishap = {
  readonly what: string;
  readonly make: () => Promise<Typed>;
  readonly code: number;
  /** What is wrong, and what to do. */
  readonly says: RegExp;
  /** What is known is frozen, so that its issues are not counted with its items meanwhile. */
  readonly freezes?: true;
};

const mishaps: readonly Mishap[] = [
  {
    what: 'a key file that is not there',
    make: () => scanWithKey('/nowhere/key.json'),
    code: 1,
    says: /^acme-web cannot be watched: .*The key file \/nowhere\/key\.json cannot be read: correct the path, or its permissions/,
  },
  {
    what: 'a key file that is a text',
    make: () => scanWithKey(fileWith('correct horse')),
    code: 1,
    says: /^acme-web cannot be watched: .*The key file .* is no JSON: download the key anew/,
  },
  {
    what: 'a key file of something else',
    make: () => scanWithKey(fileWith({ type: 'web', client_id: '1' })),
    code: 1,
    says: /^acme-web cannot be watched: .*The key file .* is no key of Google's: its "type" must be one of/,
  },
  {
    what: 'a key file that was cut',
    make: () => scanWithKey(fileWith({ ...serviceAccountKey, private_key: '' })),
    code: 1,
    says: /^acme-web cannot be watched: .*lacks private_key or client_email: download the key anew/,
  },
  {
    what: 'a key that is no key',
    make: () =>
      scanWithKey(fileWith({ ...serviceAccountKey, private_key: '-----BEGIN PRIVATE KEY-----\nAAAA\n' })),
    code: 1,
    says: /^acme-web cannot be watched: .*The private key in the key file cannot be read/,
  },
  {
    what: 'a key that was revoked',
    make: async () => {
      whole.put({ match: /oauth2\.googleapis\.com\/token/, kind: 'PERMISSION_DENIED' });
      return await scanWeb();
    },
    code: 1,
    says: /^acme-web cannot be watched: Google does not let us sign in: invalid_grant.*Check the credentials/,
  },
  {
    what: 'an organization by its domain',
    make: () => keyboard.type(...discover('acme.example'), ...connectionTo(whole.url)),
    code: 2,
    says: /acme\.example.*An organization id has digits only; `gcloud organizations list` prints it beside the domain/,
  },
  {
    what: 'an organization id with a wrong digit',
    make: () => keyboard.type(...discover('4242424243'), '--name', 'other', ...connectionTo(whole.url)),
    code: 1,
    says: /4242424243.*(not found|may not be seen)/i,
  },
  {
    what: 'a project that is to be deleted',
    make: async () => {
      await succeed(keyboard, ['account', 'update', 'acme-web', '--field', `endpoint=${ending.url}`]);
      return await scanWeb();
    },
    code: 1,
    says: /^acme-web cannot be watched: The project acme-web is to be deleted: what was known of it is frozen/,
    freezes: true,
  },
  {
    what: 'a listing of which the second page is cut',
    make: async () => {
      whole.put({ match: /global\/firewalls\?.*pageToken=/, kind: 'half-page' });
      return await scanWeb();
    },
    code: 1,
    says: /^acme-web gcp\.compute-firewall.*Check the network/,
  },
  {
    what: 'an answer that is no JSON',
    make: async () => {
      whole.put({ match: /storage\/v1\/b\?/, kind: 'not-json' });
      return await scanWeb();
    },
    code: 1,
    says: /^acme-web gcp\.storage-bucket.*it is no JSON object.*check the endpoint settings and proxies/,
  },
];

describe('bad input', () => {
  it.each(mishaps)('$what: one line that says what to do, and nothing lost', async (mishap) => {
    const { make, code, says, freezes = false } = mishap;
    const before = await remember();
    const { code: seen, error } = await make();
    whole.heal();
    expect(error).toMatch(says);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
    expect(seen).toBe(code);
    const meanwhile = freezes ? await uncountedIn('acme-web', before) : before;
    expect(await remember()).toEqual(meanwhile);
    const mended = connectionTo(whole.url);
    await succeed(keyboard, ['account', 'update', 'acme-web', ...mended]);
    await keyboard.type('scan', '--account', 'acme', '--account', 'acme-web');
    expect(await remember()).toEqual(before);
  });
});
