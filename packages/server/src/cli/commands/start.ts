/** `start`: everything in this process. */
import { showConfig } from '../../config/show-config.ts';
import { startSchedule } from '../../schedule/schedule.ts';
import { defineCommand } from '../command.ts';
import type { ProcessContext } from '../context.ts';
import { runWithDemo } from '../demo/run-with-demo.ts';
import type { Product } from '../product.ts';

export const start = defineCommand({
  name: 'start',
  description:
    'Runs everything in this process until it is stopped: makes or migrates the database, scans every active account at its interval (a new one at once), audits, alerts. Other commands work meanwhile. With no account configured, or with --demo, it shows the demo estate: simulated accounts in a data directory of their own, with a history of 90 days that goes on.',
  needs: 'process',
  arguments: {},
  options: {},
  examples: ['start', 'start --demo'],
  run: async (context) => await runWithDemo(context, (inner) => runUntilStopped(inner, 'start')),
});

/** What start and worker have in common: jobs until the signal, then an orderly end. */
export async function runUntilStopped(context: ProcessContext, name: 'start' | 'worker'): Promise<0> {
  const product = await context.openProduct('configured');
  try {
    const { accountsAtOnce } = product.config;
    const { runtime, database } = product;
    const after = product.ready === undefined ? {} : { after: product.ready };
    const schedule = await startSchedule({ runtime, database, accountsAtOnce, ...after });
    for (const line of await statusLines(product, context, name)) await context.output.text(line);
    await context.output.object({
      running: name,
      version: context.version,
      config: showConfig(product.config),
    });
    await untilAborted(context.signal);
    await schedule.stop();
  } finally {
    await product.close({ abort: true });
  }
  await context.output.text('Stopped.');
  return 0;
}

async function statusLines(
  product: Product,
  { version }: ProcessContext,
  name: 'start' | 'worker',
): Promise<readonly string[]> {
  const accounts = await product.runtime.db.selectFrom('account').select(['name', 'active']).execute();
  const active = accounts.filter((account) => account.active).length;
  const settings = Object.entries(showConfig(product.config)).map(
    ([key, value]) => `${key}=${JSON.stringify(value)}`,
  );
  return [
    `Security Monkey ${version} is running (${name}, ${product.database.engine === 'pglite' ? 'embedded database' : 'PostgreSQL'}); Ctrl-C stops it.`,
    `Configuration: ${settings.join(' ')}`,
    active === 0
      ? 'It watches no account yet. Add one in another terminal: security-monkey account add aws 123456789012 --name prod (in a checkout: npm run monkey -- account add …)'
      : `It watches ${active} ${active === 1 ? 'account' : 'accounts'}; security-monkey coverage shows how far it is.`,
  ];
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
