/** The keys of the query language as the API gives them. */
import { z } from 'zod';

export const queryKeySchema = z
  .object({
    key: z.string(),
    aliases: z.array(z.string()).readonly(),
    type: z.enum(['text', 'tag', 'number', 'time', 'choice', 'network', 'id']),
    description: z.string(),
    example: z.string().describe('A whole term.'),
    choices: z
      .array(z.object({ value: z.string(), meaning: z.string() }))
      .readonly()
      .describe('Every value that it takes; empty where that is open.'),
  })
  .meta({ id: 'QueryKey' });
