/** Turns an answer of the AWS SDK into plain JSON. */
import type { JsonObject, JsonValue } from '@security-monkey/sdk';

/** The answer without the SDK's metadata (a request id that differs each time): times in ISO form, bytes in base64, absent fields left out. */
export function plainAnswer(answer: unknown): JsonObject {
  if (typeof answer !== 'object' || answer === null) return {};
  const { $metadata: _, ...fields } = { $metadata: undefined, ...answer };
  return plainObject(fields);
}

function plainValue(value: unknown): JsonValue {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value === 'object' && value !== null) return plainObject(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? value.toString() : null;
}

function plainObject(value: object): JsonObject {
  const present = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(present.map(([name, field]) => [name, plainValue(field)]));
}
