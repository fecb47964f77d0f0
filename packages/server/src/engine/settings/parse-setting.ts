/** Checks a value against its setting, and against what the plugins bring. Pure. */
import type { JsonObject, JsonValue } from '@security-monkey/sdk';
import type { z } from 'zod';
import type { Registry } from '../registry.ts';
import { isSettingKey, type SettingKey, type Settings, settingKeys, settingSchemas } from './schema.ts';
import { SettingsError } from './settings-error.ts';

/** The key, if there is such a setting. @throws SettingsError */
export function requireSettingKey(key: string): SettingKey {
  if (isSettingKey(key)) return key;
  throw new SettingsError('unknown', key, `there is no such setting; there are ${settingKeys.join(', ')}`);
}

/** The value as it is stored. @throws SettingsError that names the key and the place in the value. */
export function parseSetting(registry: Registry, key: SettingKey, value: JsonValue): JsonValue {
  const parsed = parseBy(settingSchemas[key], key, value);
  if (key === 'checks') return checkedChecks(registry, settingSchemas.checks.parse(parsed));
  if (key === 'scores') return checkedScores(registry, settingSchemas.scores.parse(parsed));
  if (key === 'intervals') return checkedIntervals(registry, settingSchemas.intervals.parse(parsed));
  if (key === 'alerters') return checkedAlerters(registry, settingSchemas.alerters.parse(parsed));
  return parsed;
}

function parseBy(schema: z.ZodType, key: string, value: JsonValue): JsonValue {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new SettingsError('invalid', key, firstProblem(parsed.error));
  // A stored value is JSON: what is undefined in it is absent.
  return JSON.parse(JSON.stringify(parsed.data));
}

function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'has an invalid value';
  const place = issue.path.length > 0 ? `at ${issue.path.map(String).join('.')}: ` : '';
  return `${place}${issue.message}`;
}

function requireKnown(key: SettingKey, kind: string, known: { id: string; definition: unknown }): void {
  if (known.definition !== undefined) return;
  throw new SettingsError('invalid', key, `there is no ${kind} ${known.id}`);
}

function checkedChecks(registry: Registry, checks: Settings['checks']): JsonObject {
  for (const [id, { options }] of Object.entries(checks)) {
    const definition = registry.check(id);
    requireKnown('checks', 'check', { id, definition });
    if (options === undefined) continue;
    if (definition?.options === undefined) {
      throw new SettingsError('invalid', 'checks', `the check ${id} has no options`);
    }
    parseBy(definition.options, `checks.${id}.options`, toJson(options));
  }
  return toJsonObject(checks);
}

function checkedScores(registry: Registry, scores: Settings['scores']): JsonObject {
  for (const account of Object.keys(scores)) {
    const [type = '', ...identifier] = account.split(':');
    if (registry.accountType(type) === undefined || identifier.join(':') === '') {
      throw new SettingsError(
        'invalid',
        'scores',
        `${account} is no account: write its type and identifier as type:identifier`,
      );
    }
  }
  for (const id of new Set(Object.values(scores).flatMap((byCheck) => Object.keys(byCheck)))) {
    requireKnown('scores', 'check', { id, definition: registry.check(id) });
  }
  return toJsonObject(scores);
}

function checkedIntervals(registry: Registry, intervals: Settings['intervals']): JsonObject {
  for (const id of Object.keys(intervals.technologies)) {
    requireKnown('intervals', 'technology', { id, definition: registry.watcher(id) });
  }
  return toJsonObject(intervals);
}

/** Stores the kinds of events with each alerter, so that the outbox needs no registry to know them. */
function checkedAlerters(registry: Registry, alerters: Settings['alerters']): JsonValue {
  const checked = alerters.map(({ name, alerter, on, options }) => {
    const definition = registry.alerter(alerter);
    requireKnown('alerters', 'alerter', { id: alerter, definition });
    const parsed = definition ? parseBy(definition.options, `alerters.${name}.options`, toJson(options)) : {};
    return { name, alerter, on: on ?? definition?.on ?? [], options: parsed };
  });
  return toJson(checked);
}

function toJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}

function toJsonObject(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
