/** Sets a part of what the settings say of one check, for all accounts or some, and leaves the rest as it is. */
import type { JsonObject, JsonValue } from '@security-monkey/sdk';
import type { Runtime } from '../../engine/runtime.ts';
import { loadSettings, setSetting } from '../../engine/settings/settings.ts';

export type CheckChange = {
  readonly check: string;
  /** Some accounts, as the setting `overrides` names them; all when absent. */
  readonly account?: string | undefined;
  /** Null goes back to what holds otherwise; what is absent stays. */
  readonly enabled?: boolean | null | undefined;
  readonly score?: number | null | undefined;
  readonly options?: JsonObject | null | undefined;
};

/** @throws SettingsError when the change makes no setting */
export async function changeCheck(runtime: Runtime, by: string, change: CheckChange): Promise<void> {
  const { checks, overrides } = await loadSettings(runtime.db);
  const { check, account } = change;
  if (account === undefined) {
    await setSetting(runtime, by, { key: 'checks', value: withCheck(checks, check, change) });
    return;
  }
  const { [account]: before = {}, ...others } = overrides;
  const after = withCheck(before, check, change);
  const value = Object.keys(after).length === 0 ? others : { ...others, [account]: after };
  await setSetting(runtime, by, { key: 'overrides', value: toJson(value) });
}

type ByCheck = Readonly<Record<string, object>>;

function withCheck(settings: ByCheck, check: string, change: CheckChange): JsonObject {
  const { [check]: before = {}, ...others } = settings;
  const parts = Object.entries({ ...before, ...partsOf(change) }).filter(([, value]) => value !== null);
  const after = Object.fromEntries(parts);
  return toJson(parts.length === 0 ? others : { ...others, [check]: after });
}

function partsOf({ enabled, score, options }: CheckChange): object {
  return {
    ...(enabled !== undefined && { enabled }),
    ...(score !== undefined && { score }),
    ...(options !== undefined && { options }),
  };
}

/** What is undefined is absent. */
function toJson(value: object): JsonObject & JsonValue {
  return JSON.parse(JSON.stringify(value));
}
