/** A field that no schema knows, put into provider answers to see whether it reaches the config. */
import { canonicalText } from '../json/canonical.ts';
import { formatPointer } from '../json/pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/value.ts';

export const probeField = 'FieldThatNoSchemaKnows';
const probeValue = 'survives';

/** A copy with the field in every plain object, at every depth. */
export function withProbe(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withProbe);
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withProbe(inner)] as const);
  return { ...Object.fromEntries(entries), [probeField]: probeValue };
}

/** Whether a value is an object that carries the field. */
export function isProbed(value: unknown): boolean {
  return isJsonObject(value) && value[probeField] === probeValue;
}

/**
 * The pointers of the objects of a config that hold everything of some object that the provider gave:
 * there the config records the API's object, and every field of it belongs there.
 */
export function recordedObjects(config: JsonObject, outputs: readonly unknown[]): readonly string[] {
  const given = outputs.flatMap((output) => objectsIn(output)).map(({ object }) => fieldsOf(object));
  const telling = given.filter(isTelling);
  return objectsIn(config)
    .filter(({ object }) => {
      const fields = fieldsOf(object);
      return telling.some((api) => [...api].every(([key, text]) => fields.get(key) === text));
    })
    .map(({ path }) => formatPointer(path));
}

type Located = { readonly path: readonly string[]; readonly object: JsonObject };

function objectsIn(value: unknown, path: readonly string[] = []): readonly Located[] {
  if (Array.isArray(value))
    return value.flatMap((inner, index) => objectsIn(inner, [...path, String(index)]));
  if (!isPlain(value)) return [];
  const inside = Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, [...path, key]));
  return [{ path, object: value }, ...inside];
}

function fieldsOf(object: JsonObject): ReadonlyMap<string, string> {
  return new Map(Object.entries(object).map(([key, value]) => [key, canonicalText(value)]));
}

/** An object of one field that holds an object or a list is an envelope, which a watcher may open. */
function isTelling(fields: ReadonlyMap<string, string>): boolean {
  const [first] = fields.values();
  return fields.size > 1 || (first !== undefined && !/^[[{]/.test(first));
}

function isPlain(value: unknown): value is Readonly<Record<string, JsonValue>> {
  if (!isJsonObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
