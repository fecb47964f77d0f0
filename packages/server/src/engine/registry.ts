/** The frozen list of everything that the plugins bring, checked once at start. */
import {
  type AccountType,
  type Alerter,
  brandOf,
  contractVersion,
  type DefinitionKind,
  type KnownAccounts,
  type Plugin,
  type Watcher,
} from '@security-monkey/sdk';
import { RegistryError } from './registry-error.ts';
import { resolveAccountTypes } from './resolve-account-types.ts';
import { type RegisteredCheck, resolveCheck } from './resolve-checks.ts';

/** A plugin that the configuration names and that is not here: what it brings is not known, so nothing may be concluded from its absence. */
export type FailedPlugin = {
  /** As the configuration has it. */
  readonly name: string;
  /** One line: what is wrong, and what to do about it. */
  readonly message: string;
};

export type Registry = {
  readonly plugins: readonly Plugin[];
  readonly failedPlugins: readonly FailedPlugin[];
  readonly allAccountTypes: readonly AccountType[];
  readonly allWatchers: readonly Watcher[];
  readonly allChecks: readonly RegisteredCheck[];
  readonly allAlerters: readonly Alerter[];
  /** Lists of accounts that providers publish, each with the account type that brings it. */
  readonly allKnownAccounts: readonly (KnownAccounts & { readonly type: string })[];
  readonly accountType: (id: string) => AccountType | undefined;
  readonly watcher: (id: string) => Watcher | undefined;
  readonly check: (id: string) => RegisteredCheck | undefined;
  readonly alerter: (id: string) => Alerter | undefined;
  /** The account types that an account type extends, the nearest first. */
  readonly extendedBy: (accountType: string) => readonly string[];
  /** The watchers of an account type and of those that it extends, in the order of the plugins. */
  readonly watchersFor: (accountType: string) => readonly Watcher[];
  readonly checksFor: (technology: string) => readonly RegisteredCheck[];
};

/** Collects the definitions of all plugins. Throws a {@link RegistryError} at the first thing that is wrong. */
export function createRegistry(
  plugins: readonly Plugin[],
  failedPlugins: readonly FailedPlugin[] = [],
): Registry {
  for (const plugin of plugins) assertBrand(plugin, 'plugin', plugin.name);
  assertUnique(
    'plugin',
    plugins.map((plugin) => ({ id: plugin.name, plugin: plugin.name })),
  );
  const accountTypes = gatherAccountTypes(plugins);
  const watchers = gather(plugins, 'watcher', (plugin) => plugin.watchers);
  const listedChecks = gather(plugins, 'check', (plugin) => plugin.checks);
  const alerters = gather(plugins, 'alerter', (plugin) => plugin.alerters);
  const lineages = new Map([...accountTypes.keys()].map((id) => [id, ancestors(accountTypes, id)]));
  for (const watcher of watchers.values()) assertAccountType(accountTypes, watcher);
  const checks = new Map([...listedChecks].map(([id, check]) => [id, resolveCheck(check, watchers)]));
  const knownAccounts = [...accountTypes.values()].flatMap(({ id: type, knownAccounts: lists = [] }) =>
    lists.map((list) => ({ ...list, type })),
  );
  for (const ofType of Map.groupBy(knownAccounts, ({ type }) => type).values())
    assertUnique(
      'list of accounts',
      ofType.map(({ id, type }) => ({ id, plugin: type })),
    );
  const checksByTechnology = Map.groupBy(checks.values(), (check) => check.watcher.id);
  return Object.freeze({
    plugins: Object.freeze([...plugins]),
    failedPlugins: Object.freeze([...failedPlugins]),
    allAccountTypes: Object.freeze([...accountTypes.values()]),
    allWatchers: Object.freeze([...watchers.values()]),
    allChecks: Object.freeze([...checks.values()]),
    allAlerters: Object.freeze([...alerters.values()]),
    allKnownAccounts: Object.freeze(knownAccounts),
    accountType: (id: string) => accountTypes.get(id),
    watcher: (id: string) => watchers.get(id),
    check: (id: string) => checks.get(id),
    alerter: (id: string) => alerters.get(id),
    extendedBy: (accountType: string) => [...(lineages.get(accountType) ?? [])].slice(1),
    watchersFor: (accountType: string) =>
      [...watchers.values()].filter((watcher) => lineages.get(accountType)?.has(watcher.accountType)),
    checksFor: (technology: string) => checksByTechnology.get(technology) ?? [],
  });
}

function gatherAccountTypes(plugins: readonly Plugin[]): ReadonlyMap<string, AccountType> {
  const whole = gather(plugins, 'account-type', (plugin) => plugin.accountTypes);
  const extensions = gather(
    plugins,
    'account-type-extension',
    ({ accountTypeExtensions = [] }) => accountTypeExtensions,
  );
  assertUnique(
    'account-type',
    plugins.flatMap(({ name, accountTypes, accountTypeExtensions = [] }) =>
      [...accountTypes, ...accountTypeExtensions].map(({ id }) => ({ id, plugin: name })),
    ),
  );
  return resolveAccountTypes([...whole.values()], [...extensions.values()]);
}

function gather<Definition extends { readonly id: string }>(
  plugins: readonly Plugin[],
  kind: DefinitionKind,
  of: (plugin: Plugin) => readonly Definition[],
): ReadonlyMap<string, Definition> {
  const all = plugins.flatMap((plugin) =>
    of(plugin).map((definition) => ({ id: definition.id, plugin: plugin.name, definition })),
  );
  for (const { definition, id, plugin } of all) assertBrand(definition, kind, `${id} of ${plugin}`);
  assertUnique(kind, all);
  return new Map(all.map(({ id, definition }) => [id, definition]));
}

function assertBrand(definition: unknown, kind: DefinitionKind, name: string): void {
  const brand = brandOf(definition);
  if (brand?.kind !== kind)
    throw new RegistryError(`${name} is not a ${kind}: make it with the define… function of the SDK.`);
  if (brand.contract !== contractVersion)
    throw new RegistryError(
      `${name} speaks version ${brand.contract} of the plugin contract; this server speaks ${contractVersion}: install matching versions.`,
    );
}

function assertUnique(
  kind: DefinitionKind | 'list of accounts',
  all: readonly { readonly id: string; readonly plugin: string }[],
): void {
  const seen = new Map<string, string>();
  for (const { id, plugin } of all) {
    const other = seen.get(id);
    if (other !== undefined)
      throw new RegistryError(
        `The ${kind} ${id} is brought twice, by ${other} and by ${plugin}: remove one of them.`,
      );
    seen.set(id, plugin);
  }
}

/** The account type itself and those that it extends, the nearest first. */
function ancestors(accountTypes: ReadonlyMap<string, AccountType>, id: string): ReadonlySet<string> {
  const lineage = new Set<string>();
  let current: string | undefined = id;
  while (current !== undefined) {
    if (lineage.has(current)) throw new RegistryError(`The account type ${id} extends itself.`);
    const type = accountTypes.get(current);
    if (type === undefined)
      throw new RegistryError(`The account type ${id} extends ${current}, which no plugin brings.`);
    lineage.add(current);
    current = type.extends;
  }
  return lineage;
}

function assertAccountType(accountTypes: ReadonlyMap<string, AccountType>, watcher: Watcher): void {
  if (accountTypes.has(watcher.accountType)) return;
  throw new RegistryError(
    `The watcher ${watcher.id} watches the account type ${watcher.accountType}, which no plugin brings.`,
  );
}
