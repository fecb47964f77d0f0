/** Freezes plain data to its depths, so that a check that writes to its input fails instead of harming the next. */

/** What has been frozen whole: it stays so, and the world, which every run is given, is large. */
const frozen = new WeakSet();

/** Freezes the value in place and gives it back. Iterative: as deep as data gets. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || frozen.has(value)) return value;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    Object.freeze(next);
    for (const inner of Object.values(next)) waiting.push(inner);
  }
  frozen.add(value);
  return value;
}
