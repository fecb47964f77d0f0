/** Builds the world of the browser tests in a data directory: the demo organisation, scanned over five weeks, with denials. */
import aws from '@security-monkey/aws';
import { createDemo, demoAccounts } from '@security-monkey/demo';
import gcp from '@security-monkey/gcp';
import { defineAccountType, definePlugin, OperationError, type Plugin } from '@security-monkey/sdk';
import { createIdMaker } from '../../../packages/server/src/cli/runtime/uuid.ts';
import { createDigestKey, readDigestKey } from '../../../packages/server/src/config/digest-key.ts';
import { createJudgePool } from '../../../packages/server/src/engine/audit/pool.ts';
import { createRegistry } from '../../../packages/server/src/engine/registry.ts';
import { noAlerting, type Runtime } from '../../../packages/server/src/engine/runtime.ts';
import { scan } from '../../../packages/server/src/engine/scan.ts';
import {
  createVirtualClock,
  type VirtualClock,
} from '../../../packages/server/src/engine/testing/virtual-clock.ts';
import { addAccount } from '../../../packages/server/src/front/accounts/account-draft.ts';
import { openDatabase } from '../../../packages/server/src/store/database/database.ts';
import hostile from './hostile-plugin.ts';
import { denials, present, scanned } from './story.ts';

export type BrowserWorld = {
  readonly runtime: Runtime;
  readonly clock: VirtualClock;
  readonly close: () => Promise<void>;
};

const seed = 'security-monkey';

/** Opens a directory that has the world, or an empty one; time stands where it is told. */
export async function openWorld(directory: string, start: number): Promise<BrowserWorld> {
  const database = await openDatabase({ directory });
  const clock = createVirtualClock(new Date(start).toISOString());
  const demo = createDemo({ seed });
  const pool = createJudgePool({
    plugins: [
      import.meta.resolve('@security-monkey/aws'),
      import.meta.resolve('@security-monkey/gcp'),
      import.meta.resolve('@security-monkey/demo'),
      import.meta.resolve('./hostile-plugin.ts'),
    ],
  });
  const silent = (): void => undefined;
  const runtime: Runtime = {
    db: database.db,
    registry: createRegistry([aws, gcp, denying(demo, () => clock.now().getTime()), hostile]),
    clock,
    nextId: createIdMaker(() => clock.now().getTime()),
    random: () => 0.5,
    digestKey: readDigestKey(directory) ?? createDigestKey(directory),
    log: { info: silent, warn: silent, error: silent },
    progress: silent,
    judge: pool.judge,
    alerting: noAlerting,
  };
  return {
    runtime,
    clock,
    close: async () => {
      await pool.close();
      await database.close();
    },
  };
}

/** Adds the accounts and scans them at every moment of the story. */
export async function buildWorld(directory: string, tell: (line: string) => void): Promise<void> {
  const [first = present] = scanned;
  const { runtime, clock, close } = await openWorld(directory, first);
  for (const account of demoAccounts) await add(runtime, account);
  await add(runtime, { type: 'hostile', identifier: 'h1', name: 'hostile-provider' });
  for (const moment of scanned) {
    clock.advance(moment - clock.now().getTime());
    const started = performance.now();
    const summary = await scan(runtime, { signal: AbortSignal.timeout(600_000) });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    tell(
      `${clock.now().toISOString()} created ${summary.created} changed ${summary.changed} deleted ${summary.deleted} opened ${summary.issuesOpened} fixed ${summary.issuesFixed} unknown ${summary.unknowns} (${seconds} s)`,
    );
  }
  await close();
}

async function add(
  runtime: Runtime,
  account: { readonly type: string; readonly identifier: string; readonly name: string },
): Promise<void> {
  const plain = { fields: {}, thirdParty: false, active: true, notes: '' };
  await addAccount(runtime.db, { ...account, ...plain }, runtime);
}

/** The plugin with connections that refuse what the story denies. */
function denying(plugin: Plugin, now: () => number): Plugin {
  const accountTypes = plugin.accountTypes.map((type) =>
    defineAccountType({
      ...type,
      connect: async (account, clock) => {
        const connection = await type.connect(account, clock);
        return {
          close: connection.close,
          send: async (request) => {
            const denial = denials.find(
              ({ account: number, operation, region, since }) =>
                number === account.identifier &&
                operation === request.operation &&
                (region === undefined || region === request.region) &&
                since <= now(),
            );
            if (denial === undefined) return await connection.send(request);
            const { class: failure, message, operation } = denial;
            throw new OperationError({ class: failure, message, operation });
          },
        };
      },
    }),
  );
  return definePlugin({ ...plugin, accountTypes });
}
