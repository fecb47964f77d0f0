/** What the settings say of a check in one account: the most specific word on each of its parts. Pure. */
import type { JsonObject } from '@security-monkey/sdk';
import { mostSpecificFirst, type SelectableAccount } from './account-selector.ts';
import type { Settings } from './schema.ts';

export type CheckSetting = {
  readonly enabled: boolean;
  /** Takes the place of every score that the check reports. */
  readonly score: number | undefined;
  readonly options: JsonObject;
};

/** Each part by itself: a score set for one account leaves the options that are set for all. */
export function checkSettingsFor(
  { checks, overrides }: Pick<Settings, 'checks' | 'overrides'>,
  account: SelectableAccount,
): (checkId: string) => CheckSetting {
  const layers = [...mostSpecificFirst(overrides, account), checks];
  return (checkId) => {
    const said = layers.flatMap((layer) => layer[checkId] ?? []);
    return {
      enabled: said.find(({ enabled }) => enabled !== undefined)?.enabled ?? true,
      score: said.find(({ score }) => score !== undefined)?.score,
      options: said.find(({ options }) => options !== undefined)?.options ?? {},
    };
  };
}
