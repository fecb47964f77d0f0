/** Text that PostgreSQL's jsonb takes: it refuses NUL and half a surrogate pair. */

/** The text with lone surrogates replaced by U+FFFD and NUL by U+2400 (the sign for it). The same text when there is neither. */
export function storable(text: string): string {
  if (text.isWellFormed() && !text.includes('\0')) return text;
  return text.toWellFormed().replaceAll('\0', '\u2400');
}

/** Keys repeat in every config, so most answers are known. Bounded, because some keys are users' (tags, variables). */
const storableKeys = new Set<string>();
const maxKeys = 10_000;
const maxKeyLength = 64;

/** Whether a key can be stored, and assigned to an object, as it is. */
export function isStorableKey(key: string): boolean {
  if (storableKeys.has(key)) return true;
  if (key === '__proto__' || storable(key) !== key) return false;
  if (key.length > maxKeyLength) return true;
  if (storableKeys.size >= maxKeys) storableKeys.clear();
  storableKeys.add(key);
  return true;
}
