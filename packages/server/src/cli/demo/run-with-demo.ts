/** Runs `start` on one's own accounts, or on the demo estate: where that is asked for, and while there is no account of one's own. */
import { setTimeout as wait } from 'node:timers/promises';
import { toCodedError } from '../../errors/to-coded-error.ts';
import { hasDatabase } from '../../store/database/database.ts';
import { makeDirectory } from '../../store/database/make-directory.ts';
import type { ExitCode } from '../command.ts';
import type { ProcessContext } from '../context.ts';
import type { Product } from '../product.ts';
import { openDemo } from './open-demo.ts';
import { countAccounts, standIn } from './stand-in.ts';

type Run = (context: ProcessContext) => Promise<ExitCode>;

/** `run` opens its product by the context that it is given. With the first account of one's own the demo ends, and it runs on that. */
export async function runWithDemo(context: ProcessContext, run: Run): Promise<ExitCode> {
  const { config, signal } = context;
  if (config.isDemo === true) return await run({ ...context, openProduct: () => openDemo(context) });
  if (config.databaseUrl !== undefined || config.demo === 'never') return await run(context);
  const own = await openIfConfigured(context);
  if (own !== undefined) return await run({ ...context, openProduct: async () => own });
  const code = await runStandIn(context, run);
  if (signal.aborted) return code;
  return await run({ ...context, openProduct: (log, how) => openPatiently(context, log, how) });
}

/** How long commands that begin just now may hold the data directory. */
const patienceMs = 15_000;

async function openPatiently(
  context: ProcessContext,
  ...given: Parameters<ProcessContext['openProduct']>
): Promise<Product> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await context.openProduct(...given);
    } catch (error) {
      if (toCodedError(error).code !== 'database_held' || Date.now() > deadline) throw error;
      await wait(200);
    }
  }
}

/** The product of the data directory when an account is configured there. */
async function openIfConfigured(context: ProcessContext): Promise<Product | undefined> {
  if (!hasDatabase(context.config.dataDirectory)) return undefined;
  const own = await context.openProduct('configured');
  if ((await countAccounts(own)) > 0) return own;
  await own.close({ abort: false });
  return undefined;
}

/** Until it is stopped, or until there is an account. */
async function runStandIn(context: ProcessContext, run: Run): Promise<ExitCode> {
  await makeDirectory(context.config.dataDirectory);
  const over = new AbortController();
  const opened = Promise.withResolvers<Product>();
  opened.promise.catch(() => undefined);
  const place = await standIn(context, { demo: opened.promise, onAccount: () => over.abort() });
  const inner: ProcessContext = { ...context, signal: AbortSignal.any([context.signal, over.signal]) };
  try {
    return await run({
      ...inner,
      openProduct: async () => {
        const product = await openDemo(inner);
        opened.resolve(product);
        const close: Product['close'] = async (how) => {
          // Nobody may be left with a database that is closed under his command.
          await place.end();
          await product.close(how);
        };
        return { ...product, close };
      },
    });
  } finally {
    opened.reject(new Error('The demo has ended.'));
    await place.end();
  }
}
