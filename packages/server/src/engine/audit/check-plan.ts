/** Which checks run on a technology's items in an account, with what options and score. Pure. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Registry } from '../registry.ts';
import type { RegisteredCheck } from '../resolve-checks.ts';
import type { SelectableAccount } from '../settings/account-selector.ts';
import { checkSettingsFor } from '../settings/check-setting.ts';
import type { Settings } from '../settings/schema.ts';
import { digestPart } from './fingerprint.ts';

/** A check as the settings have it. */
export type PlannedCheck = {
  readonly check: RegisteredCheck;
  readonly enabled: boolean;
  readonly options: JsonObject;
  /** Takes the place of every score that the check reports. */
  readonly score: number | undefined;
  /** The parts of its fingerprints that are the same for all items of the account. */
  readonly parts: { readonly options: string; readonly check: string };
};

/** The checks of a technology for an account, in the order of the registry. */
export function planChecks(
  { registry, settings }: { readonly registry: Registry; readonly settings: Settings },
  technology: string,
  account: SelectableAccount,
): readonly PlannedCheck[] {
  const settingOf = checkSettingsFor(settings, account);
  return registry.checksFor(technology).map((check) => {
    const { enabled, options, score } = settingOf(check.id);
    return {
      check,
      enabled,
      options,
      score,
      parts: {
        options: digestPart([options, score ?? null]),
        check: digestPart([check.version, check.watcher.version]),
      },
    };
  });
}
