/** Accounts and their types as the API takes and gives them. */
import { z } from 'zod';
import { id, jsonObject, jsonValue, time } from './common.ts';

const scopes = z
  .object({
    never: z.int(),
    complete: z.int(),
    failed: z.int(),
    frozen: z.int(),
    allCompleteSince: time
      .nullable()
      .describe('When the scope that waits longest was last complete; null when one never was.'),
    nextRun: time.nullable(),
    running: z.boolean(),
  })
  .describe('How far it has been looked at.');

export const accountSchema = z
  .object({
    id,
    type: z.string(),
    identifier: z.string(),
    name: z.string(),
    fields: jsonObject.nullable().describe('For administrators; null for others.'),
    thirdParty: z.boolean(),
    active: z.boolean(),
    notes: z.string(),
    createdAt: time,
    enrolledAt: time.nullable().describe('When everything in it had been recorded for the first time.'),
    discoveredBy: id.nullable().describe('The account in which it was found; null when a person added it.'),
    leftOut: z
      .string()
      .nullable()
      .describe('Why the account in which it was found leaves it out now: it is switched off and frozen.'),
    scopes,
  })
  .meta({ id: 'Account' });

const fields = z.record(z.string(), jsonValue).describe('The fields of its type.');
const notes = z.string().max(10_000);

export const accountDraftSchema = z.strictObject({
  type: z.string(),
  identifier: z.string().max(500),
  name: z.string(),
  fields: fields.default({}),
  thirdParty: z.boolean().default(false),
  active: z.boolean().default(true),
  notes: notes.default(''),
});

export const accountChangeSchema = z.strictObject({
  name: z.string().optional(),
  fields: fields.optional().describe('Takes the place of all fields.'),
  thirdParty: z.boolean().optional(),
  active: z.boolean().optional(),
  notes: notes.optional(),
});

export const accountTypeSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    extends: z.string().nullable(),
    identifier: z.object({ label: z.string(), example: z.string() }),
    fields: jsonObject.describe('JSON Schema of the fields; forms are made from it.'),
    permissions: z.array(z.string()).readonly(),
    roleFormats: z.array(z.string()).readonly().describe('The forms in which its role can be had.'),
  })
  .meta({ id: 'AccountType' });

export const trialSchema = z
  .object({
    technology: z.string().nullable(),
    operation: z.string().nullable(),
    permission: z.string().nullable(),
    outcome: z.enum(['allowed', 'refused', 'failed', 'untried']),
    message: z.string(),
    class: z.string().nullable(),
    hint: z.string().nullable(),
  })
  .meta({ id: 'Trial' });

export const scanAskedSchema = z.object({
  askedAt: time,
  technologies: z.array(z.string()).readonly().describe('What will be looked at; empty: it is not watched.'),
});
