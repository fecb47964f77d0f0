/** Reads an answer by a schema. */
import type { z } from 'zod';
import { OperationError } from '../failure.ts';

/** @throws OperationError of class `invalid_response` when the answer is not of the shape that the operation's reference promises. */
export function parseAnswer<Schema extends z.ZodType>(
  operation: string,
  schema: Schema,
  answer: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const paths = parsed.error.issues.map(({ path }) => `/${path.map(String).join('/')}`);
  throw new OperationError({
    class: 'invalid_response',
    message: `The answer of ${operation} is not as its reference says, at ${paths.slice(0, 3).join(', ')}`,
    operation,
  });
}
