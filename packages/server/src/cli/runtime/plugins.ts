/** Finds and loads the plugins: those that ship with the product and those that the configuration names. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brandOf, type Plugin } from '@security-monkey/sdk';
import type { Config } from '../../config/config.ts';
import { createRegistry, type Registry, RegistryError } from '../../engine/registry.ts';
import { CodedError } from '../../errors/coded-error.ts';

export const shippedPlugins = ['@security-monkey/aws'] as const;

export type LoadedPlugins = {
  readonly registry: Registry;
  /** URLs by which another thread loads the same plugins. */
  readonly modules: readonly string[];
};

/** Loads every plugin and checks that they go together; a coded error names the one that does not. */
export async function loadPlugins(config: Config): Promise<LoadedPlugins> {
  const shipped = shippedPlugins.map((name) => ({ name, url: import.meta.resolve(name) }));
  const named = config.plugins.map((name) => ({ name, url: findPlugin(name, config.dataDirectory) }));
  const all = [...shipped, ...named];
  const plugins = await Promise.all(all.map(({ name, url }) => loadPlugin(name, url)));
  try {
    return { registry: createRegistry(plugins), modules: all.map(({ url }) => url) };
  } catch (error) {
    if (error instanceof RegistryError)
      throw new CodedError('plugins_conflict', { problem: error.message }, { cause: error });
    throw error;
  }
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
