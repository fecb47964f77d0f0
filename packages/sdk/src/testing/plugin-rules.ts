/** What must be true of a plugin as a whole: its lists, and that they equal its folders. */

import type { AccountType } from '../define/account-type.ts';
import type { AccountTypeExtension } from '../define/account-type-extension.ts';
import { type Alerter, type EventKind, eventKinds } from '../define/alerter.ts';
import { brandOf, contractVersion, type DefinitionKind } from '../define/brand.ts';
import type { Check } from '../define/check.ts';
import type { Plugin } from '../define/plugin.ts';
import type { Watcher } from '../define/watcher.ts';
import { isWatcherReference } from '../define/watcher-reference.ts';
import { pluginFiles } from './plugin-files.ts';
import { stalePages } from './plugin-pages.ts';
import type { Rule } from './rule.ts';

export type PluginOptions = {
  /** The folder of its source, or of the package; unless given, the rules about files are left out. */
  readonly folder?: URL;
  /** Plugins that it builds on: whose account types it watches, whose watchers it checks. */
  readonly with?: readonly Plugin[];
  /** The pages that are generated from it, by where they are kept: each must stand there as it would be made now. */
  readonly pages?: ReadonlyMap<string, string>;
};

export type PluginProof = { readonly plugin: Plugin; readonly options: PluginOptions };

export const pluginRules: readonly Rule<PluginProof>[] = [
  { title: 'is made by definePlugin and lists definitions of this contract', problems: brandProblems },
  { title: 'has ids that occur once', problems: uniqueProblems },
  {
    title: 'has the account types of its watchers and the watchers of its checks',
    problems: referenceProblems,
  },
  { title: 'describes its account types', problems: accountTypeProblems },
  { title: 'describes its alerters', problems: alerterProblems },
  { title: 'registers every folder, and has a file for every definition', problems: fileProblems },
  { title: 'has fresh pages, one of them for every check', problems: pageProblems },
];

/** The part of an id after the provider: the path of its file. */
export function localId(id: string): string {
  return id.slice(id.indexOf('.') + 1);
}

function brandProblems({ plugin }: PluginProof): readonly string[] {
  const listed: readonly (readonly [DefinitionKind, object, string])[] = [
    ['plugin', plugin, plugin.name],
    ...plugin.accountTypes.map((type) => ['account-type', type, type.id] as const),
    ...extensionsOf(plugin).map((type) => ['account-type-extension', type, type.id] as const),
    ...plugin.watchers.map((watcher) => ['watcher', watcher, watcher.id] as const),
    ...plugin.checks.map((check) => ['check', check, check.id] as const),
    ...plugin.alerters.map((alerter) => ['alerter', alerter, alerter.id] as const),
  ];
  return [
    ...(plugin.name.trim() === '' ? ['the plugin has no name: use the npm package name'] : []),
    ...listed
      .filter(([kind, definition]) => {
        const brand = brandOf(definition);
        return brand?.kind !== kind || brand.contract !== contractVersion;
      })
      .map(([kind, , id]) => `${id} is no ${kind} of contract ${contractVersion}`),
  ];
}

/** Pages are compared when the plugin gives them; a check that none of them speaks of is not documented. */
function pageProblems({ plugin, options: { pages } }: PluginProof): readonly string[] {
  if (pages === undefined) return [];
  const texts = [...pages.values()];
  const silent = plugin.checks.filter(({ id }) => !texts.some((text) => text.includes(id)));
  return [...stalePages(pages), ...silent.map(({ id }) => `no page speaks of the check ${id}`)];
}

function uniqueProblems({ plugin, options }: PluginProof): readonly string[] {
  const all = [...(options.with ?? []), plugin];
  const listed = {
    accountTypes: accountTypesOf,
    watchers: ({ watchers }: Plugin) => watchers,
    checks: ({ checks }: Plugin) => checks,
    alerters: ({ alerters }: Plugin) => alerters,
  };
  return Object.entries(listed).flatMap(([kind, of]) => {
    const ids = all.flatMap((one) => of(one).map(({ id }) => id));
    const repeated = ids.filter((id, index) => ids.indexOf(id) < index);
    return [...new Set(repeated)].map((id) => `the id ${id} occurs more than once among ${kind}`);
  });
}

function referenceProblems({ plugin, options }: PluginProof): readonly string[] {
  const all = [...(options.with ?? []), plugin];
  const types = new Set(all.flatMap(accountTypesOf).map(({ id }) => id));
  const watchers = new Map(
    all.flatMap((one) => one.watchers.map((watcher) => [watcher.id, watcher] as const)),
  );
  return [
    ...plugin.watchers
      .filter(({ accountType }) => !types.has(accountType))
      .map(
        ({ id, accountType }) =>
          `watcher ${id} is for the account type ${accountType}, which is not registered`,
      ),
    ...plugin.checks.flatMap((check) => watcherProblems(check, { plugin, known: watchers })),
  ];
}

/** The watcher of another plugin is compared with the reference to it where that plugin is among those given. */
function watcherProblems(
  { id, watcher }: Check,
  { plugin, known }: { readonly plugin: Plugin; readonly known: ReadonlyMap<string, Watcher> },
): readonly string[] {
  const registered = known.get(watcher.id);
  if (!isWatcherReference(watcher))
    return registered === watcher
      ? []
      : [`check ${id} is on a watcher ${watcher.id} that is not the registered one`];
  if (plugin.watchers.some((own) => own.id === watcher.id))
    return [`check ${id} refers to ${watcher.id}, a watcher of its own plugin: give it the watcher`];
  const relations = watcher.relations ?? [];
  const undeclared = relations.filter((name) => !(registered?.relations ?? relations).includes(name));
  return undeclared.map(
    (name) => `check ${id} refers to the relation ${name}, which ${watcher.id} does not declare`,
  );
}

function accountTypeProblems({ plugin, options }: PluginProof): readonly string[] {
  const all = [...(options.with ?? []), plugin];
  const types = all.flatMap(({ accountTypes }) => accountTypes.map(({ id }) => id));
  const watched = new Set(all.flatMap(({ watchers }) => watchers.map(({ accountType }) => accountType)));
  const described = accountTypesOf(plugin).flatMap((type) => [
    ...(type.title.trim() ? [] : [`${type.id} lacks its title`]),
    ...(type.identifier === undefined ? [] : identifierProblems(type.id, type.identifier)),
    ...undescribed(type.fields).map((field) => `field ${field} of ${type.id} has no description`),
  ]);
  const discovering = plugin.accountTypes.flatMap((type) =>
    discoveryProblems(type, { types, isWatched: watched.has(type.id) }),
  );
  return [...described, ...discovering];
}

function extensionsOf({ accountTypeExtensions = [] }: Plugin): readonly AccountTypeExtension[] {
  return accountTypeExtensions;
}

function accountTypesOf(plugin: Plugin): readonly (AccountType | AccountTypeExtension)[] {
  return [...plugin.accountTypes, ...extensionsOf(plugin)];
}

function identifierProblems(
  id: string,
  { label, example, parse }: AccountType['identifier'],
): readonly string[] {
  const parsed = parse(example);
  return [
    ...(label.trim() ? [] : [`${id} lacks the label of its identifier`]),
    ...('value' in parsed ? [] : [`${id} does not take its own example ${example}: ${parsed.problem}`]),
    ...('value' in parse('') ? [`${id} takes an empty identifier`] : []),
  ];
}

/** An account is due when something in it is to be listed; it discovers on that occasion. */
function discoveryProblems(
  { id, discovery }: AccountType,
  { types, isWatched }: { readonly types: readonly string[]; readonly isWatched: boolean },
): readonly string[] {
  if (discovery === undefined) return [];
  return [
    ...(types.includes(discovery.finds)
      ? []
      : [`${id} finds accounts of the type ${discovery.finds}, which is not registered`]),
    ...(isWatched ? [] : [`${id} discovers accounts and has no watcher: it would never be due`]),
  ];
}

function alerterProblems({ plugin }: PluginProof): readonly string[] {
  return plugin.alerters.flatMap((alerter) => {
    const unknown = alerter.on.filter((kind: EventKind) => !eventKinds.includes(kind));
    return [
      ...(alerter.title.trim() ? [] : [`alerter ${alerter.id} has no title`]),
      ...(alerter.on.length > 0 ? [] : [`alerter ${alerter.id} listens to no event`]),
      ...unknown.map((kind) => `alerter ${alerter.id} listens to ${kind}, which is no event`),
      ...addressProblems(alerter),
      ...undescribed(alerter.options).map(
        (field) => `option ${field} of alerter ${alerter.id} has no description`,
      ),
    ];
  });
}

function addressProblems({ id, address }: Alerter): readonly string[] {
  if (address === undefined) return [];
  const parsed = address.parse(address.example);
  return [
    ...(address.label.trim() ? [] : [`alerter ${id} has no label for its address`]),
    ...('value' in parsed
      ? []
      : [`alerter ${id} does not take its own example ${address.example}: ${parsed.problem}`]),
    ...('value' in address.parse('') ? [`alerter ${id} takes an empty address`] : []),
  ];
}

/** The keys of an object schema without a description; forms and help are made from these. */
function undescribed(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null || !('shape' in schema))
    return ['(not an object schema)'];
  return Object.entries(schema.shape as Record<string, { readonly description?: string }>)
    .filter(([, field]) => !field.description?.trim())
    .map(([key]) => key);
}

function fileProblems({ plugin, options }: PluginProof): readonly string[] {
  if (options.folder === undefined) return [];
  const files = pluginFiles(options.folder);
  if (!files) return [`its folder ${options.folder.pathname} is not there`];
  const watchers = plugin.watchers.map(({ id }) => localId(id));
  const checks = plugin.checks.map(({ id }) => localId(id));
  const estates = [...files.estates.keys()];
  return [
    ...lackedBy(watchers, files.watchers).map(
      (id) => `${id}/watcher.ts is not registered: list it in the plugin`,
    ),
    ...lackedBy(files.watchers, watchers).map((id) => `watcher ${id} has no file ${id}/watcher.ts`),
    ...lackedBy(checks, files.checks).map(
      (id) => `${checkPath(id)} is not registered: list it in the plugin`,
    ),
    ...lackedBy(files.checks, checks).map((id) => `check ${id} has no file ${checkPath(id)}`),
    ...lackedBy(watchers, estates).map((id) => `${id}/estate.ts belongs to no registered watcher`),
    ...lackedBy([...estates, ...files.tested], watchers).map(
      (id) => `watcher ${id} is proven by nothing: write ${id}/estate.ts`,
    ),
  ];
}

function checkPath(id: string): string {
  return `${id.replace('.', '/checks/')}.ts`;
}

/** Those wanted that the list lacks. */
function lackedBy(list: readonly string[], wanted: readonly string[]): readonly string[] {
  return wanted.filter((id) => !list.includes(id));
}
