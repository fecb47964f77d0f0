/** The demo estate in the place of the data directory in which no account is configured: it runs what is typed there. */

import { type DirectoryLock, lockDirectory } from '../../store/database/directory-lock.ts';
import { createMutex } from '../../store/database/mutex.ts';
import type { ExitCode } from '../command.ts';
import type { ProcessContext } from '../context.ts';
import { type Holder, type RemoteRun, serveHolder } from '../holder/serve.ts';
import type { Product } from '../product.ts';

export type StandIn = {
  /** Gives the directory back, once what was asked for has been answered. */
  readonly end: () => Promise<void>;
};

export type StandInOptions = {
  /** Resolves to the demo estate. */
  readonly demo: Promise<Product>;
  /** Called when a first account of one's own was added. */
  readonly onAccount: () => void;
};

/**
 * Takes and serves the real data directory without opening its database. A command about accounts of one's own is run
 * on that database, which is opened for it alone; everything else on the demo.
 */
export async function standIn(context: ProcessContext, options: StandInOptions): Promise<StandIn> {
  const { dataDirectory } = context.config;
  const state: { lock: DirectoryLock } = { lock: await lockDirectory(dataDirectory) };
  const mutex = createMutex();
  const runOnOwn = async (remote: RemoteRun): Promise<ExitCode> => {
    const done = await mutex.acquire();
    await state.lock.release();
    try {
      const { code, accounts } = await performOnOwn(context, remote);
      if (accounts > 0) options.onAccount();
      return code;
    } finally {
      // Whoever has taken it in between keeps it: then there is nothing left to give back.
      state.lock = await lockDirectory(dataDirectory).catch(() => ({ release: async () => undefined }));
      done();
    }
  };
  const holder: Holder = await serveHolder(dataDirectory, {
    version: context.version,
    run: async (remote) => {
      if (await context.endsDemo(remote.call.argv)) return await runOnOwn(remote);
      return await context.performRemote(await options.demo, remote);
    },
  });
  const end = async (): Promise<void> => {
    await holder.close({ abort: context.signal.aborted });
    await state.lock.release();
  };
  const ending: { work?: Promise<void> } = {};
  return { end: () => (ending.work ??= end()) };
}

async function performOnOwn(
  context: ProcessContext,
  remote: RemoteRun,
): Promise<{ readonly code: ExitCode; readonly accounts: number }> {
  const own = await context.openProduct('errors', { listens: false });
  try {
    const code = await context.performRemote(own, remote);
    return { code, accounts: await countAccounts(own) };
  } finally {
    await own.close({ abort: false });
  }
}

export async function countAccounts({ runtime: { db } }: Product): Promise<number> {
  const { count } = await db
    .selectFrom('account')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
