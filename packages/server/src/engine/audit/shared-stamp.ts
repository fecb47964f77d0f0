/** One text a technology that stays equal as long as nothing changes that the answers on all its items depend on. Pure. */
import { canonicalText, factsVersion, hashText, type JsonValue } from '@security-monkey/sdk';
import type { Row } from '../../store/schema.ts';
import type { Registry } from '../registry.ts';
import { type SelectableAccount, selectsAccount } from '../settings/account-selector.ts';
import type { Settings } from '../settings/schema.ts';

export type Shared = {
  readonly registry: Registry;
  readonly settings: Settings;
  readonly accounts: readonly Row<'account'>[];
  /** The fingerprints of what all technologies share. */
  readonly world: string;
  readonly knownAccounts: string;
};

/** The stamp of each technology, made once. What is set for accounts that do not exist is no part of it. */
export function createStamps(shared: Shared): (technology: string) => string {
  const { accounts, settings } = shared;
  const meant = new Map<string, readonly string[]>();
  const idsOf = (selector: string | undefined): readonly string[] => {
    const key = selector ?? '*';
    const ids = meant.get(key) ?? selectedIds(accounts, selector);
    meant.set(key, ids);
    return ids;
  };
  const common: JsonValue = [
    shared.world,
    shared.knownAccounts,
    factsVersion,
    accounts.map(({ id, facts }) => [id, facts?.partition ?? '']),
    settings.networks
      .map(({ name, cidr, account }) => [name, cidr, [...idsOf(account)]])
      .filter(([, , ids = []]) => ids.length > 0)
      .map((entry) => canonicalText(entry))
      .toSorted(),
  ];
  const commonPrint = hashText(canonicalText(common));
  const stamps = new Map<string, string>();
  return (technology) => {
    const stamp = stamps.get(technology) ?? stampOf(technology, { shared, idsOf, commonPrint });
    stamps.set(technology, stamp);
    return stamp;
  };
}

function selectedIds(accounts: readonly Row<'account'>[], selector: string | undefined): readonly string[] {
  return accounts
    .filter((account: SelectableAccount) => selectsAccount(selector, account))
    .map(({ id }) => id);
}

type Parts = {
  readonly shared: Shared;
  readonly idsOf: (selector: string | undefined) => readonly string[];
  readonly commonPrint: string;
};

function stampOf(technology: string, { shared: { registry, settings }, idsOf, commonPrint }: Parts): string {
  const checks = registry.checksFor(technology);
  const settingOf = (byCheck: Settings['checks']) =>
    checks.flatMap(({ id }) => {
      const setting = byCheck[id];
      return setting === undefined ? [] : [[id, toJson(setting)]];
    });
  const rules = checks.map(({ id, version, watcher, needs = [] }) => [id, version, watcher.version, needs]);
  const overrides = Object.entries(settings.overrides)
    .map(([selector, byCheck]) => [idsOf(selector), selector, settingOf(byCheck)] as const)
    .filter(([ids, , set]) => ids.length > 0 && set.length > 0);
  const ignored = settings.ignore
    .filter((entry) => entry.technology === undefined || entry.technology === technology)
    .map(({ name, prefix, tag, arn, account }) => [name, prefix, tag, arn, idsOf(account)] as const)
    .filter(([, , , , ids]) => ids.length > 0);
  return hashText(
    canonicalText(
      toJson([commonPrint, rules, settingOf(settings.checks), overrides, ignored, ...missing(registry)]),
    ),
  );
}

/** Issues of checks that are not there wait while a plugin could not be loaded, and retire when it is named no more. */
function missing({ failedPlugins }: Registry): readonly (readonly string[])[] {
  return failedPlugins.length === 0 ? [] : [failedPlugins.map(({ name }) => name)];
}

function toJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}
