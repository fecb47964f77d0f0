/** The condition keys of a request: names in any letter case, each with one value or several. */
import { isJsonObject, type JsonValue } from '../../json/value.ts';

/** By name in lower case. A key without any value is not there. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

export type ContextReading = { readonly context: RequestContext; readonly unread: readonly string[] };

/** A missing context is empty. What is no scalar or list of scalars is left out and named. */
export function readContext(written: JsonValue | undefined): ContextReading {
  const keys = written ?? {};
  if (!isJsonObject(keys)) return { context: new Map(), unread: ['request.context is no object'] };
  const context = new Map<string, readonly string[]>();
  const unread: string[] = [];
  for (const [key, value] of Object.entries(keys)) {
    const values = valuesOf(value);
    if (values === undefined) unread.push(`request.context: ${key} is no text`);
    else if (values.length > 0) {
      const name = key.trim().toLowerCase();
      context.set(name, [...(context.get(name) ?? []), ...values]);
    }
  }
  return { context, unread };
}

function valuesOf(value: JsonValue): readonly string[] | undefined {
  const list: readonly JsonValue[] = isList(value) ? value : [value];
  const present = list.filter((element) => element !== null);
  return present.some((element) => typeof element === 'object') ? undefined : present.map(String);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
