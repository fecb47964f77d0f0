/** Checks a value against its setting, and against what the plugins bring. Pure. */
import type { JsonValue } from '@security-monkey/sdk';
import type { Registry } from '../registry.ts';
import { checkReferences } from './check-references.ts';
import { isSettingKey, type SettingKey, settingKeys, settingSchemas } from './schema.ts';
import { SettingsError } from './settings-error.ts';

/** The key, if there is such a setting. @throws SettingsError */
export function requireSettingKey(key: string): SettingKey {
  if (isSettingKey(key)) return key;
  throw new SettingsError('unknown', key, {
    problem: `there is no such setting; there are ${settingKeys.join(', ')}`,
  });
}

/** The value as it is stored. @throws SettingsError that names the key and the place in the value. */
export function parseSetting(registry: Registry, key: SettingKey, value: JsonValue): JsonValue {
  const parsed = settingSchemas[key].safeParse(value);
  if (!parsed.success) throw SettingsError.of(key, parsed.error);
  const stored = toJson(parsed.data);
  checkReferences(registry, key, stored);
  return key === 'alerters' ? completeAlerters(registry, stored) : stored;
}

/** Stores the kinds of events with each alerter, so that the outbox needs no registry to know them. */
function completeAlerters(registry: Registry, value: JsonValue): JsonValue {
  const complete = settingSchemas.alerters.parse(value).map(({ name, alerter, on, options }, at) => {
    const definition = registry.alerter(alerter);
    const parsed = definition?.options.safeParse(options);
    if (parsed?.success === false) throw SettingsError.of('alerters', parsed.error, [String(at), 'options']);
    return { name, alerter, on: on ?? definition?.on ?? [], options: parsed?.data ?? {} };
  });
  return toJson(complete);
}

/** A stored value is JSON: what is undefined in it is absent. */
function toJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}
