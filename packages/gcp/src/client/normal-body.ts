/** One form for a resource, whether its own API or the asset inventory tells it. */
import {
  getAt,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  matchPattern,
  withAt,
} from '@security-monkey/sdk';

/** In what a technology's body may differ. */
export type BodyForm = {
  /** What the API says of what it is, such as `compute#firewall`; the inventory leaves it out. */
  readonly kind?: string;
  /** JSON pointers (`*` for any) of 64-bit numbers: the API writes them as digits in a string, the inventory as numbers. */
  readonly int64: readonly string[];
  /**
   * Names that the inventory has had in place of those of the API, which writes lists in the plural: seen in assets that were
   * published (https://github.com/forseti-security/forseti-security: cai_gcp_client.py).
   */
  readonly renamed?: Readonly<Record<string, string>>;
};

/**
 * The body with 64-bit numbers as digits, without what inner objects say of their types, and without members that are null or hold nothing: Google's APIs leave out what is empty
 * (https://cloud.google.com/apis/design/design_patterns#empty_responses), the inventory writes some of it.
 */
export function normalBody({ kind, int64, renamed = {} }: BodyForm, body: JsonObject): JsonObject {
  const filled = withoutEmpty(withNames(renamed, withoutBlank(body)));
  const named = kind === undefined || !isJsonObject(filled) ? filled : { kind, ...filled };
  const pointers = int64.flatMap((path) => matchPattern(named, path));
  const result = pointers.reduce<JsonValue>((whole, pointer) => {
    const value = getAt(whole, pointer);
    return typeof value === 'number' ? withAt(whole, pointer, String(value)) : whole;
  }, named);
  return isJsonObject(result) ? result : {};
}

/** The inventory writes a description that nobody gave. */
function withoutBlank({ description, ...body }: JsonObject): JsonObject {
  return description === undefined || description === '' ? body : { ...body, description };
}

/** Labels have names that people gave. */
function withNames(renamed: Readonly<Record<string, string>>, value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((element) => withNames(renamed, element));
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => {
    if (name === 'labels') return [name, member] as const;
    return [renamed[name] ?? name, withNames(renamed, member)] as const;
  });
  return Object.fromEntries(members);
}

function withoutEmpty(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withoutEmpty(member)] as const);
  return Object.fromEntries(members.filter(([name, member]) => !isEmpty(member) && !isTag(name, member)));
}

/** What says which type of Google's the object is, such as `storage#bucketAccessControl`: its place says so too. */
function isTag(name: string, member: JsonValue): boolean {
  return name === 'kind' && typeof member === 'string' && /^[a-z]+#\w+$/.test(member);
}

function isEmpty(value: JsonValue): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}
