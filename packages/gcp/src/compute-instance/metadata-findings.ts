/** Looks for secrets in the metadata of an instance, before they are hidden. */
import { isJsonObject, type JsonObject, secretKinds } from '@security-monkey/sdk';

/** The kinds of secrets by the keys of the metadata that hold some. A key that names a secret counts as what its value is assigned to. */
export function metadataFindings({ metadata }: JsonObject): Readonly<Record<string, readonly string[]>> {
  const items: readonly unknown[] =
    isJsonObject(metadata) && Array.isArray(metadata['items']) ? metadata['items'] : [];
  const found = items.flatMap((item): readonly (readonly [string, readonly string[]])[] => {
    if (!isJsonObject(item)) return [];
    const { key, value } = item;
    if (typeof key !== 'string' || typeof value !== 'string') return [];
    const kinds = secretKinds(`${key}=${value}`);
    return kinds.length === 0 ? [] : [[key, kinds]];
  });
  return Object.fromEntries(found);
}
