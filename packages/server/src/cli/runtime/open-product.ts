/** The composition root: everything that the engine needs, opened and put together, and closed again in order. */
import type { Config } from '../../config/config.ts';
import { createJudgePool } from '../../engine/audit/pool.ts';
import type { Runtime } from '../../engine/runtime.ts';
import type { ExitCode } from '../command.ts';
import { type Holder, type RemoteRun, serveHolder } from '../holder/serve.ts';
import type { OpenOptions, Product } from '../product.ts';
import { loadAlerting } from './alerting.ts';
import { createLog, type LogLevel } from './log.ts';
import { openConfiguredDatabase } from './open-database.ts';
import { loadPlugins } from './plugins.ts';
import { systemClock } from './system-clock.ts';
import { createIdMaker } from './uuid.ts';

export type ProductOptions = {
  readonly version: string;
  readonly logLevel: LogLevel;
  /** Runs what others type while this process holds the data directory. */
  readonly runRemote: (product: Product, remote: RemoteRun) => Promise<ExitCode>;
} & OpenOptions;

/** Opens the product. With the embedded database this process becomes the holder of the data directory and serves its socket. */
export async function openProduct(
  config: Config,
  { version, logLevel, runRemote, clock = systemClock, prepare, listens = true }: ProductOptions,
): Promise<Product> {
  const { registry, modules, rules } = await loadPlugins(config);
  const { database, digestKey } = await openConfiguredDatabase(config);
  const pool = createJudgePool({
    plugins: modules,
    rules,
    ...(config.auditWorkers === undefined ? {} : { size: config.auditWorkers }),
  });
  const runtime: Runtime = {
    db: database.db,
    registry,
    clock,
    nextId: createIdMaker(() => clock.now().getTime()),
    random: Math.random,
    digestKey,
    log: createLog(logLevel, digestKey),
    progress: () => undefined,
    judge: pool.judge,
    alerting: loadAlerting(config, registry),
  };
  for (const { name, message } of registry.failedPlugins) runtime.log.warn({ plugin: name }, message);
  const holder: { socket?: Holder } = {};
  const product: Product = {
    config,
    registry,
    runtime,
    database,
    close: async (how) => {
      await holder.socket?.close(how);
      await pool.close();
      await database.close();
    },
  };
  try {
    await prepare?.(product);
    if (config.databaseUrl === undefined && listens)
      holder.socket = await serveHolder(config.dataDirectory, {
        version,
        run: (remote) => runRemote(product, remote),
      });
  } catch (error) {
    await product.close({ abort: true });
    throw error;
  }
  return product;
}
