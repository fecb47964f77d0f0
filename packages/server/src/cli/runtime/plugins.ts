/** Finds and loads the plugins: those that ship with the product and those that the configuration names. */
import {
  brandOf,
  defineAccountType,
  defineAccountTypeExtension,
  definePlugin,
  OperationError,
  type Plugin,
} from '@security-monkey/sdk';
import type { Config } from '../../config/config.ts';
import { createRegistry, type FailedPlugin, type Registry } from '../../engine/registry.ts';
import { RegistryError } from '../../engine/registry-error.ts';
import type { Rule } from '../../engine/rules/rule-schema.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { toCodedError } from '../../errors/to-coded-error.ts';
import { demoPlugin } from '../../front/demo-plugin.ts';
import { findPlugin } from './find-plugin.ts';
import { importPlugin } from './import-plugin.ts';
import { addRules } from './rules.ts';

/** That of the demo is loaded for the demo estate only: elsewhere there is no such account type. */
export const shippedPlugins = [
  '@security-monkey/aws',
  '@security-monkey/gcp',
  '@security-monkey/alerters',
  demoPlugin,
] as const;

export type LoadedPlugins = {
  readonly registry: Registry;
  /** The registry as it is with the plugins alone. */
  readonly withoutRules: Registry;
  /** URLs by which another thread loads the same plugins. */
  readonly modules: readonly string[];
  /** What the audit workers make the rules without code from. */
  readonly rules: readonly Rule[];
};

export type LoadOptions = {
  /** Milliseconds that loading one plugin may take; by default 20,000. */
  readonly deadline?: number;
};

/** A plugin that could be loaded, whether or not it goes together with the others. */
type Loaded = { readonly name: string; readonly url: string; readonly plugin: Plugin };

/**
 * Loads the plugins, and the rules of the data directory beside them. One that the configuration names and that cannot be loaded, or does not go together with those before it, is
 * left out and named in the registry: it harms nothing else. Rejects when a shipped one fails, which is a defect.
 */
export async function loadPlugins(
  config: Config,
  { deadline = 20_000 }: LoadOptions = {},
): Promise<LoadedPlugins> {
  const { dataDirectory, pluginDirectory = dataDirectory, isDemo = false } = config;
  const shipped = await Promise.all(
    shippedPlugins.filter((name) => isDemo || name !== demoPlugin).map((name) => loadShipped(name, isDemo)),
  );
  const tried = await Promise.all(
    config.plugins.map((name) => tryLoading(name, { directory: pluginDirectory, deadline, isDemo })),
  );
  const loaded = tried.filter((one) => 'plugin' in one);
  const { accepted, refused } = putTogether(shipped, loaded);
  const failed = [...tried.filter((one) => 'message' in one), ...refused];
  const plugins = accepted.map(({ plugin }) => plugin);
  const withoutRules = createRegistry(plugins, failed);
  return {
    ...addRules(withoutRules, pluginDirectory),
    withoutRules,
    modules: accepted.map(({ url }) => url),
  };
}

async function loadShipped(name: string, isDemo: boolean): Promise<Loaded> {
  const url = import.meta.resolve(name);
  const module: { readonly default?: unknown } = await import(url);
  return { name, url, plugin: prepared(asPlugin(name, url, module.default), isDemo) };
}

type Trying = { readonly directory: string; readonly deadline: number; readonly isDemo: boolean };

async function tryLoading(
  name: string,
  { directory, deadline, isDemo }: Trying,
): Promise<Loaded | FailedPlugin> {
  try {
    const url = findPlugin(name, directory);
    const plugin = asPlugin(name, url, await importPlugin({ name, url }, deadline));
    return { name, url, plugin: prepared(plugin, isDemo) };
  } catch (error) {
    return { name, message: toCodedError(error).message };
  }
}

function asPlugin(name: string, url: string, exported: unknown): Plugin {
  if (brandOf(exported)?.kind === 'plugin') return exported as Plugin;
  const problem = 'its default export is not made by definePlugin';
  throw new CodedError('plugin_unusable', { plugin: name, problem, path: url });
}

type Together = { readonly accepted: readonly Loaded[]; readonly refused: readonly FailedPlugin[] };

/** One plugin may build on another that is named after it, so those that do not fit yet are tried again. */
function putTogether(shipped: readonly Loaded[], named: readonly Loaded[]): Together {
  const accepted = [...shipped];
  let waiting = named;
  let refused: readonly FailedPlugin[];
  do {
    const before = waiting;
    const left = before.flatMap((one) => {
      const problem = problemOf([...accepted, one].map(({ plugin }) => plugin));
      if (problem === undefined) accepted.push(one);
      return problem === undefined ? [] : [{ one, problem }];
    });
    waiting = left.map(({ one }) => one);
    refused = left.map(({ one: { name }, problem }) => ({
      name,
      message: new CodedError('plugins_conflict', { plugin: name, problem }).message,
    }));
    if (waiting.length === before.length) break;
  } while (waiting.length > 0);
  return { accepted, refused };
}

function problemOf(plugins: readonly Plugin[]): string | undefined {
  try {
    createRegistry(plugins);
    return undefined;
  } catch (error) {
    if (error instanceof RegistryError) return error.message;
    // Lists that are none, or definitions without what every definition has.
    return `it is not made as the SDK asks: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** In the demo estate nothing but the simulator is connected to, whatever else an account there says it is. */
function prepared(plugin: Plugin, isDemo: boolean): Plugin {
  if (!isDemo || plugin.name === demoPlugin) return plugin;
  const refuse = async (): Promise<never> => {
    throw new OperationError({
      class: 'rejected',
      message: 'The demo estate has simulated accounts only; it connects to no other.',
    });
  };
  const { accountTypes, accountTypeExtensions = [] } = plugin;
  return definePlugin({
    ...plugin,
    accountTypes: accountTypes.map((type) => defineAccountType({ ...type, connect: refuse })),
    accountTypeExtensions: accountTypeExtensions.map((type) =>
      defineAccountTypeExtension({ ...type, connect: refuse }),
    ),
  });
}
