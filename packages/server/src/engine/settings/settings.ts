/** Reads and writes the settings. A change takes effect with the next audit or scan; nothing has to be restarted. */
import { canonicalText, isJsonObject, type JsonObject, type JsonValue } from '@security-monkey/sdk';
import type { Database } from '../../store/database/database.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { listSettings, saveSetting, settingByKey } from '../../store/settings.ts';
import { systemViewer } from '../../store/viewer.ts';
import { settingsEvent } from '../notify/events.ts';
import { writeEvents } from '../notify/outbox.ts';
import type { Registry } from '../registry.ts';
import type { Runtime } from '../runtime.ts';
import { parseSetting, requireSettingKey } from './parse-setting.ts';
import { replanRuns } from './replan-runs.ts';
import { type SettingKey, type Settings, settingSchemas } from './schema.ts';
import { SettingsError } from './settings-error.ts';

/** All settings, with defaults where nothing was set. */
export async function loadSettings(db: Database): Promise<Settings> {
  const rows = await listSettings(db, systemViewer);
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  return {
    networks: settingSchemas.networks.parse(stored.get('networks')),
    knownAccounts: settingSchemas.knownAccounts.parse(stored.get('knownAccounts')),
    ignore: settingSchemas.ignore.parse(stored.get('ignore')),
    checks: settingSchemas.checks.parse(stored.get('checks')),
    overrides: settingSchemas.overrides.parse(stored.get('overrides')),
    intervals: settingSchemas.intervals.parse(stored.get('intervals')),
    activation: settingSchemas.activation.parse(stored.get('activation')),
    alerters: settingSchemas.alerters.parse(stored.get('alerters')),
  };
}

/** One setting. @throws SettingsError for a key that does not exist. */
export async function getSetting(db: Database, key: string): Promise<JsonValue> {
  const known = requireSettingKey(key);
  return exported(await loadSettings(db))[known] ?? null;
}

/** Everything, in the form that {@link importSettings} takes. */
export async function exportSettings(db: Database): Promise<JsonObject> {
  return exported(await loadSettings(db));
}

function exported(settings: Settings): JsonObject {
  return JSON.parse(JSON.stringify(settings));
}

export type NewValue = {
  readonly key: string;
  readonly value: JsonValue;
  /** When the value that this one was made from was set, null for the default. Unless given, it is set whatever is there. */
  readonly basedOn?: Date | null | undefined;
};

/** Sets one setting as a whole. @throws SettingsError when the key or the value is wrong, or it is no longer what it was based on. */
export async function setSetting(
  runtime: Runtime,
  by: string,
  { key, value, basedOn }: NewValue,
): Promise<void> {
  const known = requireSettingKey(key);
  await store(runtime, by, [{ key: known, value: parseSetting(runtime.registry, known, value), basedOn }]);
}

/** Sets every setting that the object names, all of them or none. @throws SettingsError naming the first that is wrong. */
export async function importSettings(runtime: Runtime, by: string, settings: JsonValue): Promise<void> {
  if (!isJsonObject(settings))
    throw new SettingsError('invalid', 'settings', { problem: 'is no object of settings by key' });
  const entries = Object.entries(settings).map(([key, value]) => {
    const known = requireSettingKey(key);
    return { key: known, value: parseSetting(runtime.registry, known, value) };
  });
  await store(runtime, by, entries);
}

/** One event a setting that changes; setting what holds already writes nothing. */
async function store(
  runtime: Runtime,
  by: string,
  entries: readonly (NewValue & { readonly key: SettingKey })[],
): Promise<void> {
  const at = runtime.clock.now();
  await inTransaction(runtime.db, async (tx) => {
    for (const { key, value, basedOn } of entries) {
      const row = await settingByKey(tx, systemViewer, key);
      requireUnchanged(key, row, basedOn);
      const before = row?.value;
      if (canonicalText(before ?? defaultOf(key)) === canonicalText(value)) continue;
      await saveSetting(tx, { key, value, at, by });
      if (key === 'intervals') await replan(tx, runtime.registry, { before, after: value });
      await writeEvents(tx, [
        settingsEvent({ id: runtime.nextId(), at }, { key, by, before: before ?? null, after: value }),
      ]);
    }
  });
}

type Stored = { readonly updated_at: Date; readonly updated_by: string };

function requireUnchanged(key: string, row: Stored | undefined, basedOn: Date | null | undefined): void {
  if (basedOn === undefined || row?.updated_at.getTime() === basedOn?.getTime()) return;
  throw new SettingsError('changed', key, { problem: row?.updated_by ?? 'somebody' });
}

function defaultOf(key: SettingKey): JsonValue {
  return JSON.parse(JSON.stringify(settingSchemas[key].parse(undefined)));
}

async function replan(
  tx: Database,
  { allWatchers }: Registry,
  { before, after }: { readonly before: JsonValue | undefined; readonly after: JsonValue },
): Promise<void> {
  const { intervals } = settingSchemas;
  const technologies = allWatchers.map(({ id }) => id);
  await replanRuns(tx, technologies, { before: intervals.parse(before), after: intervals.parse(after) });
}
