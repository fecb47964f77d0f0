/** The schemas of plugins and settings as JSON Schema, for forms. */
import type { JsonObject } from '@security-monkey/sdk';
import { z } from 'zod';

export function jsonSchemaOf(schema: z.ZodType): JsonObject {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return JSON.parse(JSON.stringify(described));
}
