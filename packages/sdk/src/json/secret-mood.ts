/** How suspicious a place in a config is, by the names that lead to it. */
import { nameKind } from './secret-names.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './value.ts';

/**
 * - `open`: only secrets of known forms are looked for.
 * - `named`: at or below the name of a secret. `random`: at the name of something that may be one.
 * - `environment`, `metadata`: inside settings of a program, any of which may be secret.
 * - `declared`: secret whatever it looks like. `access-key-id`: names a key and is no secret, or its members' names do.
 * - `condition`: inside a policy's condition, where names are not those of values.
 */
export const moods = [
  'open',
  'named',
  'random',
  'environment',
  'metadata',
  'declared',
  'access-key-id',
  'condition',
] as const;

export type Mood = (typeof moods)[number];

/** The mood of a member of an object that stands in a place of the given mood. */
export function moodOf(key: string, object: JsonObject, outer: Mood): Mood {
  if (outer === 'declared' || outer === 'condition') return outer;
  const value = object[key];
  if (outer === 'environment' || outer === 'metadata') return isLabel(key, object) ? 'open' : outer;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return outer;
  return moodOfName(labelOf(key, object) ?? key, value, outer);
}

function moodOfName(name: string, value: JsonValue | undefined, outer: Mood): Mood {
  const kind = nameKind(name);
  const isText = typeof value === 'string';
  switch (kind) {
    case 'ordinary':
      return outer;
    case 'secret':
      return 'named';
    case 'random':
      return outer === 'named' ? 'named' : 'random';
    case 'blob':
      return 'declared';
    case 'environment':
      return isText || isResource(value) ? outer : 'environment';
    case 'metadata':
      return isText || isObjectMeta(value) ? outer : 'metadata';
    case 'condition':
      return isJsonObject(value) ? 'condition' : outer;
    case 'describing':
      return isText ? 'open' : outer;
    case 'access-key-id':
      return isText || (outer === 'open' && isJsonObject(value)) ? 'access-key-id' : outer;
    default:
      return kind satisfies never;
  }
}

/** Builds and workflow services call whole resources an environment; the settings lie deeper then. */
function isResource(value: JsonValue | undefined): boolean {
  if (!isJsonObject(value)) return false;
  return Object.keys(value).some(
    (key) =>
      (nameKind(key) === 'environment' && typeof value[key] === 'object') ||
      /^(?:arn|status|computeType|environment(?:Arn|Id|Name))$/i.test(key),
  );
}

/** Kubernetes' metadata names an object. */
function isObjectMeta(value: JsonValue | undefined): boolean {
  if (!isJsonObject(value) || typeof value['name'] !== 'string') return false;
  return 'uid' in value || 'namespace' in value || 'creationTimestamp' in value || 'labels' in value;
}

/** Whether a member of a setting names it or says where it comes from. */
function isLabel(key: string, object: JsonObject): boolean {
  if (/^valueFrom$/i.test(key)) return true;
  if (!/^(?:name|key|type|kind|fingerprint)$/i.test(key)) return false;
  return (
    'value' in object ||
    'Value' in object ||
    'items' in object ||
    'valueFrom' in object ||
    'ValueFrom' in object
  );
}

/** For `Value` beside `Key` or `Name`: the text that names the value. */
function labelOf(key: string, object: JsonObject): string | undefined {
  if (!key.endsWith('alue') && !key.endsWith('alues')) return undefined;
  const prefix = key.replace(/[Vv]alues?$/, '');
  const names = [`${prefix}Key`, `${prefix}Name`, 'Key', 'key', 'Name', 'name', 'OptionName', 'Field'];
  for (const name of names) {
    const label = object[name];
    if (typeof label === 'string') return label;
  }
  return undefined;
}
