/** The options of a rule: each has the type of its default. */
import type { JsonValue } from '@security-monkey/sdk';
import { z } from 'zod';
import type { Rule } from './rule-schema.ts';

type Declared = Rule['options'][string];

/** The schema of the options; undefined when the rule has none. */
export function optionsSchema(options: Rule['options']): z.ZodType | undefined {
  const entries = Object.entries(options);
  if (entries.length === 0) return undefined;
  return z.strictObject(
    Object.fromEntries(entries.map(([name, declared]) => [name, optionSchema(declared)])),
  );
}

function optionSchema(declared: Declared): z.ZodType {
  const isLong = typeof declared === 'object' && !Array.isArray(declared);
  const value: JsonValue = isLong ? declared.default : declared;
  const schema = typeOf(value).default(value);
  return isLong && declared.description !== undefined ? schema.describe(declared.description) : schema;
}

function typeOf(value: JsonValue): z.ZodType {
  if (typeof value === 'number') return z.number();
  if (typeof value === 'boolean') return z.boolean();
  if (typeof value === 'string') return z.string();
  return z.array(z.json());
}
