/** Which checks run on a technology's items in an account, with what options and score. Pure. */
import type { Check, JsonObject } from '@security-monkey/sdk';
import type { Registry } from '../registry.ts';
import type { Settings } from '../settings/schema.ts';
import { digestPart } from './fingerprint.ts';

/** A check as the settings have it. */
export type PlannedCheck = {
  readonly check: Check;
  readonly enabled: boolean;
  readonly options: JsonObject;
  /** Takes the place of every score that the check reports. */
  readonly score: number | undefined;
  /** The parts of its fingerprints that are the same for all items of the account. */
  readonly parts: { readonly options: string; readonly check: string };
};

/** How the scores of an account are keyed in the settings. */
export function accountKey({
  type,
  identifier,
}: {
  readonly type: string;
  readonly identifier: string;
}): string {
  return `${type}:${identifier}`;
}

/** The checks of a technology for an account, in the order of the registry. */
export function planChecks(
  { registry, settings }: { readonly registry: Registry; readonly settings: Settings },
  technology: string,
  account: string,
): readonly PlannedCheck[] {
  return registry.checksFor(technology).map((check) => {
    const setting = settings.checks[check.id];
    const options = setting?.options ?? {};
    const score = settings.scores[account]?.[check.id] ?? setting?.score;
    return {
      check,
      enabled: setting?.enabled ?? true,
      options,
      score,
      parts: {
        options: digestPart([options, score ?? null]),
        check: digestPart([check.version, check.watcher.version]),
      },
    };
  });
}
