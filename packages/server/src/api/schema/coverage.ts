/** Scopes as the API gives them. */
import { z } from 'zod';
import { time } from './common.ts';

export const coverageState = z.enum(['never', 'complete', 'failed', 'frozen']);

export const coverageSchema = z
  .object({
    account: z.string(),
    technology: z.string(),
    region: z.string(),
    state: coverageState,
    running: z.boolean(),
    lastComplete: time.nullable(),
    age: z.number().nullable().describe('Milliseconds since the last complete listing.'),
    lastAttempt: time.nullable(),
    nextRun: time.nullable(),
    failure: z
      .looseObject({
        class: z.string(),
        message: z.string(),
        operation: z.string().optional(),
        permission: z.string().optional(),
      })
      .nullable(),
    hint: z.string().nullable().describe('What to do about the failure.'),
    failingSince: time.nullable(),
    listed: z.int(),
    held: z.int(),
  })
  .meta({ id: 'Scope' });
