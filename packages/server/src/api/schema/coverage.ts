/** Scopes as the API gives them. */
import { z } from 'zod';
import { time } from './common.ts';

export const coverageState = z.enum(['never', 'complete', 'failed', 'frozen']);

const failure = z.looseObject({
  class: z.string(),
  message: z.string(),
  operation: z.string().optional(),
  permission: z.string().optional(),
});

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
    failure: failure.nullable(),
    hint: z.string().nullable().describe('What to do about the failure.'),
    failingSince: time.nullable(),
    past: failure
      .nullable()
      .describe(
        'Why the history that the provider keeps of its items could not be read; the scope itself is none the worse.',
      ),
    listed: z.int(),
    held: z.int().describe('Items that the last listing lacked and that are kept until that is confirmed.'),
    ignored: z.int().describe('Items that are recorded and not judged.'),
  })
  .meta({ id: 'Scope' });

export const coverageCellSchema = z
  .object({
    accountId: z.uuid(),
    account: z.string(),
    technology: z.string(),
    scopes: z.object({ never: z.int(), complete: z.int(), failed: z.int(), frozen: z.int() }),
    running: z.boolean(),
    allCompleteSince: time
      .nullable()
      .describe('When the scope that waits longest was last complete; null when one never was.'),
    failingSince: time.nullable(),
    classes: z.record(z.string(), z.int()).readonly().describe('Classes of the failures, with their scopes.'),
    unknowns: z
      .object({ checks: z.int(), items: z.int() })
      .describe('Checks of its items that could not be decided because a part could not be read.'),
    permissions: z.array(z.string()).readonly().describe('What its scopes and its items lack.'),
    held: z.int(),
    nextRun: time.nullable(),
  })
  .meta({ id: 'CoverageCell' });
