/** What start, server and worker have in common: the parts of the product run until the signal, then end in order. */
import { showConfig } from '../config/show-config.ts';
import { startSchedule } from '../schedule/schedule.ts';
import type { ProcessContext } from './context.ts';
import type { Product } from './product.ts';
import { type ServedApi, serveApi } from './runtime/serve-api.ts';

export type Parts = {
  readonly name: 'start' | 'server' | 'worker';
  /** Where the pages and the API are served; nowhere without it. */
  readonly serve?: { readonly host: string; readonly port: number };
  readonly jobs: boolean;
};

export async function runUntilStopped(context: ProcessContext, parts: Parts): Promise<0> {
  const product = await context.openProduct('configured');
  try {
    const { packageRoot, version } = context;
    const served = parts.serve && (await serveApi(product, { ...parts.serve, packageRoot, version }));
    try {
      await work(context, { product, served, parts });
    } finally {
      await served?.close();
    }
  } finally {
    await product.close({ abort: true });
  }
  await context.output.text('Stopped.');
  return 0;
}

async function work(context: ProcessContext, running: Running): Promise<void> {
  const { runtime, database, config, ready } = running.product;
  const { accountsAtOnce } = config;
  const schedule = running.parts.jobs
    ? await startSchedule({ runtime, database, accountsAtOnce, ...(ready && { after: ready }) })
    : undefined;
  await tell(context, running);
  await untilAborted(context.signal);
  await schedule?.stop();
}

type Running = {
  readonly product: Product;
  readonly served: ServedApi | undefined;
  readonly parts: Parts;
};

async function tell(context: ProcessContext, running: Running): Promise<void> {
  for (const line of await statusLines(context, running)) await context.output.text(line);
  const { served, parts } = running;
  await context.output.object({
    running: parts.name,
    version: context.version,
    ...(served && { url: served.url, firstLink: served.firstLink ?? null }),
    config: shownConfig(running),
  });
}

async function statusLines({ version }: ProcessContext, running: Running): Promise<readonly string[]> {
  const { product, served, parts } = running;
  const engine = product.database.engine === 'pglite' ? 'embedded database' : 'PostgreSQL';
  const settings = Object.entries(shownConfig(running)).map(
    ([key, value]) => `${key}=${JSON.stringify(value)}`,
  );
  return [
    `Security Monkey ${version} is running (${parts.name}, ${engine}); Ctrl-C stops it.`,
    `Configuration: ${settings.join(' ')}`,
    ...(served === undefined ? [] : addressLines(served)),
    await accountsLine(product),
  ];
}

/** What is in force: the address of the command line stands before that of the configuration. */
function shownConfig({ product, parts }: Running): ReturnType<typeof showConfig> {
  return showConfig({ ...product.config, ...parts.serve });
}

function addressLines({ url, firstLink, hasPages }: ServedApi): readonly string[] {
  return [
    hasPages ? `Open ${url}` : `The API answers at ${url}/api/v1; the web pages are not built.`,
    ...(firstLink === undefined
      ? []
      : [
          `Become the first administrator by this link (once, within 24 hours; the next start makes a new one): ${firstLink}`,
        ]),
  ];
}

async function accountsLine({ runtime }: Product): Promise<string> {
  const accounts = await runtime.db.selectFrom('account').select(['name', 'active']).execute();
  const active = accounts.filter((account) => account.active).length;
  return active === 0
    ? 'It watches no account yet. Add one in another terminal: security-monkey account add aws 123456789012 --name prod (in a checkout: npm run monkey -- account add …)'
    : `It watches ${active} ${active === 1 ? 'account' : 'accounts'}; security-monkey coverage shows how far it is.`;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
