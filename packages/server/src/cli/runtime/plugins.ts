/** Finds and loads the plugins: those that ship with the product and those that the configuration names. */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brandOf, defineAccountType, definePlugin, OperationError, type Plugin } from '@security-monkey/sdk';
import type { Config } from '../../config/config.ts';
import { createRegistry, type Registry, RegistryError } from '../../engine/registry.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { demoPlugin } from '../../front/demo-plugin.ts';

/** That of the demo is loaded for the demo estate only: elsewhere there is no such account type. */
export const shippedPlugins = [
  '@security-monkey/aws',
  '@security-monkey/gcp',
  '@security-monkey/alerters',
  demoPlugin,
] as const;

export type LoadedPlugins = {
  readonly registry: Registry;
  /** URLs by which another thread loads the same plugins. */
  readonly modules: readonly string[];
};

/** Loads every plugin and checks that they go together; a coded error names the one that does not. */
export async function loadPlugins(config: Config): Promise<LoadedPlugins> {
  const { dataDirectory, pluginDirectory = dataDirectory, isDemo = false } = config;
  const shipped = shippedPlugins
    .filter((name) => isDemo || name !== demoPlugin)
    .map((name) => ({ name, url: import.meta.resolve(name) }));
  const named = config.plugins.map((name) => ({ name, url: findPlugin(name, pluginDirectory) }));
  const all = [...shipped, ...named];
  const plugins = await Promise.all(all.map(({ name, url }) => loadPlugin(name, url)));
  try {
    const registry = createRegistry(isDemo ? plugins.map(withoutConnections) : plugins);
    return { registry, modules: all.map(({ url }) => url) };
  } catch (error) {
    if (error instanceof RegistryError)
      throw new CodedError('plugins_conflict', { problem: error.message }, { cause: error });
    throw error;
  }
}

/** In the demo estate nothing but the simulator is connected to, whatever else an account there says it is. */
function withoutConnections(plugin: Plugin): Plugin {
  if (plugin.name === demoPlugin) return plugin;
  const refuse = async (): Promise<never> => {
    throw new OperationError({
      class: 'rejected',
      message: 'The demo estate has simulated accounts only; it connects to no other.',
    });
  };
  const accountTypes = plugin.accountTypes.map((type) => defineAccountType({ ...type, connect: refuse }));
  return definePlugin({ ...plugin, accountTypes });
}

/** A path is taken from the data directory; a package is looked for as if a module there asked for it. */
function findPlugin(name: string, dataDirectory: string): string {
  if (name.startsWith('.') || isAbsolute(name)) {
    const path = resolve(dataDirectory, name);
    if (!existsSync(path))
      throw new CodedError('plugin_unusable', {
        plugin: name,
        problem: `${path} is not there`,
        path: dataDirectory,
      });
    return pathToFileURL(path).href;
  }
  try {
    return pathToFileURL(createRequire(join(dataDirectory, 'package.json')).resolve(name)).href;
  } catch (error) {
    throw new CodedError(
      'plugin_unusable',
      { plugin: name, problem: `no such package is installed there`, path: dataDirectory },
      { cause: error },
    );
  }
}

async function loadPlugin(name: string, url: string): Promise<Plugin> {
  const exported = await importDefault(name, url);
  if (brandOf(exported)?.kind !== 'plugin')
    throw new CodedError('plugin_unusable', {
      plugin: name,
      problem: 'its default export is not made by definePlugin',
      path: url,
    });
  return exported as Plugin;
}

async function importDefault(name: string, url: string): Promise<unknown> {
  try {
    const module: { readonly default?: unknown } = await import(url);
    return module.default;
  } catch (error) {
    const [problem = ''] = String(error instanceof Error ? error.message : error).split('\n');
    throw new CodedError('plugin_unusable', { plugin: name, problem, path: url }, { cause: error });
  }
}
