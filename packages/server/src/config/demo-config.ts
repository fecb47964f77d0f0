/** The configuration of the demo estate: a data directory of its own, with the embedded database. */
import { join } from 'node:path';
import type { Config } from './config.ts';

/** Everything else is as configured; the plugins are those of the real data directory. */
export function demoConfigOf(config: Config): Config {
  const { databaseUrl: _elsewhere, ...rest } = config;
  return {
    ...rest,
    dataDirectory: join(config.dataDirectory, 'demo'),
    pluginDirectory: config.dataDirectory,
    isDemo: true,
  };
}
