/** The hooks of a test file on an organization that is discovered, with its asset inventory on or off. */
import { afterEach, beforeEach, expect } from 'vitest';
import gcp from '../../packages/gcp/src/index.ts';
import { fileWith, serviceAccountKey } from '../../packages/gcp/src/test-support/key-file.ts';
import { createKeyboard, type Keyboard } from '../../packages/server/src/cli/testing/type-command.ts';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import type { Database } from '../../packages/server/src/store/database/database.ts';
import { type FakeGcp, startFakeGcp } from '../fake-gcp/start.ts';
import { estateBothWays } from './asset-inventory-estate.ts';
import { assetsOf } from './assets.ts';
import { impatientClock } from './calm-time.ts';
import { acme } from './estate.ts';

type Holds = ReturnType<typeof assetsOf>;

export type InventoryTest = {
  readonly keyboard: () => Keyboard;
  readonly fake: () => FakeGcp;
  /** Discovers the organization. */
  readonly given: (inventory: 'on' | 'off', holds?: Holds) => Promise<void>;
  /** Google tells something else from now on. */
  readonly become: (holds: Holds) => Promise<void>;
  readonly turn: (inventory: 'on' | 'off') => Promise<void>;
  /** A scan: its summary, and the methods that it called. */
  readonly scanned: (...options: readonly string[]) => Promise<Scanned>;
};

export type Scanned = {
  readonly summary: Readonly<Record<string, unknown>>;
  readonly methods: readonly string[];
};

const key = fileWith(serviceAccountKey);

export function useInventory(database: () => Database): InventoryTest {
  let keyboard: Keyboard;
  let fake: FakeGcp;
  beforeEach(() => {
    const registry = createRegistry([gcp]);
    keyboard = createKeyboard(database(), ({ runtime }) => ({
      ...runtime,
      registry,
      clock: impatientClock(),
    }));
  });
  afterEach(async () => {
    await fake.close();
  });
  return {
    keyboard: () => keyboard,
    fake: () => fake,
    given: async (inventory, holds = assetsOf()) => {
      fake = await startFakeGcp(estateBothWays(holds), { pageCap: 2 });
      const fields = [`endpoint=${fake.url}`, `keyFile=${key}`, `assetInventory=${inventory}`];
      const typed = fields.flatMap((field) => ['--field', field]);
      const discover = ['account', 'discover', 'gcp', '--organization', acme.id, '--name', 'acme'];
      const { code, error } = await keyboard.type(...discover, ...typed);
      expect([code, error]).toEqual([0, '']);
    },
    become: async (holds) => {
      await fake.close();
      fake = await startFakeGcp(estateBothWays(holds), { pageCap: 2 });
      await keyboard.type('account', 'update', 'acme', '--field', `endpoint=${fake.url}`);
      await keyboard.type('scan', '--account', 'acme');
    },
    turn: async (inventory) => {
      const { code } = await keyboard.type(
        'account',
        'update',
        'acme',
        '--field',
        `assetInventory=${inventory}`,
      );
      expect(code).toBe(0);
      // The projects follow with the next discovery.
      await keyboard.type('scan', '--account', 'acme');
    },
    scanned: async (...options) => {
      const before = fake.requests.length;
      const [summary = {}] = await keyboard.json('scan', ...options);
      const methods = fake.requests.slice(before).flatMap(({ method }) => method ?? []);
      return { summary, methods };
    },
  };
}
