/** What settings may name, of each kind, with its title and the schema of its options: the choices of a form. */
import type { z } from 'zod';
import type { Registry } from '../../engine/registry.ts';
import type { SettingNames } from '../../engine/settings/schema.ts';

export type Named = {
  readonly id: string;
  readonly title: string;
  /** Undefined: it has no options. */
  readonly options: z.ZodType | undefined;
};

/** Accounts are no part of it: who may see them asks for them. Each list in the order of its titles. */
export function whatSettingsName(
  registry: Registry,
): Readonly<Record<Exclude<SettingNames, 'account'>, readonly Named[]>> {
  const { allWatchers, allChecks, allKnownAccounts, allAlerters } = registry;
  return {
    technology: byTitle(allWatchers.map(({ id, title }) => ({ id, title: title.one, options: undefined }))),
    check: byTitle(allChecks.map(({ id, title, options }) => ({ id, title, options }))),
    list: byTitle(allKnownAccounts.map(({ id, title }) => ({ id, title, options: undefined }))),
    // Those with addresses are subscribed to, and never set.
    alerter: byTitle(
      allAlerters
        .filter(({ address }) => address === undefined)
        .map(({ id, title, options }) => ({ id, title, options })),
    ),
  };
}

function byTitle(named: readonly Named[]): readonly Named[] {
  return named.toSorted((a, b) => (a.title < b.title ? -1 : 1));
}
