/** Reads JSON without rounding: whole numbers of more digits than a number of JavaScript holds stay as their digits. */

/** The asset inventory may write 64-bit numbers as numbers, and the id of a resource must not become that of another. */
export function parseExactly(text: string): unknown {
  return hasLongNumber(text) ? JSON.parse(text, exactly) : JSON.parse(text);
}

/** The reviver makes reading several times slower; hardly any answer needs it. */
function hasLongNumber(text: string): boolean {
  return /[:[,]\s*-?\d{16,}/.test(text);
}

/** The third argument has the number as it is written: https://tc39.es/proposal-json-parse-with-source/ */
function exactly(_name: string, value: unknown, ...[context]: readonly unknown[]): unknown {
  if (typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)) return value;
  const source: unknown = Object(context)['source'];
  return typeof source === 'string' && /^-?\d+$/.test(source) ? source : value;
}
