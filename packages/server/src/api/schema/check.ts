/** Checks and technologies as the API gives them. */
import { categories } from '@security-monkey/sdk';
import { z } from 'zod';
import { jsonObject, jsonValue } from './common.ts';

const score = z.int().min(0).max(10);

export const checkSchema = z
  .object({
    id: z.string(),
    technology: z.string(),
    title: z.string(),
    category: z.enum(categories),
    score: score.describe('What it reports unless a finding has a score of its own.'),
    enabled: z.boolean().describe('Whether it is on, but for accounts with an override.'),
    ownScore: score.nullable().describe('What is set in place of every score that it reports.'),
    frameworks: z.record(z.string(), z.array(z.string()).readonly()).readonly(),
    rule: z
      .string()
      .nullable()
      .describe('The file of a rule without code, in the data directory; null of a check that is code.'),
  })
  .meta({ id: 'Check' });

const example = z.object({
  name: z.string(),
  config: jsonObject,
  reports: z
    .array(z.object({ message: z.string(), subject: jsonObject }))
    .readonly()
    .describe('Empty: it passes.'),
});

const override = z.object({
  account: z.string().describe('One account as type:identifier, or names with stars.'),
  enabled: z.boolean().nullable(),
  score: score.nullable(),
  options: jsonObject.nullable(),
});

export const checkDetailSchema = checkSchema
  .extend({
    version: z.int(),
    why: z.string(),
    fix: z.string(),
    links: z.array(z.string()).readonly(),
    messages: z.record(z.string(), z.string()).readonly().describe('Message id to template.'),
    examples: z.array(example).readonly(),
    optionsSchema: jsonObject.nullable().describe('JSON Schema of its options; null when it has none.'),
    options: jsonObject.nullable().describe('Null for people who see some accounts only.'),
    overrides: z
      .array(override)
      .readonly()
      .nullable()
      .describe('Null for people who see some accounts only.'),
    issues: z.object({
      open: z.int(),
      justified: z.int(),
      fixed: z.int(),
      retired: z.int(),
      frozen: z.int(),
    }),
    unknowns: z.int().describe('Items for which it could not be decided.'),
  })
  .meta({ id: 'CheckDetail' });

export const checkChangeSchema = z.strictObject({
  account: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Some accounts, as type:identifier or names with stars; all when absent.'),
  enabled: z.boolean().nullable().optional().describe('Null goes back to what holds otherwise.'),
  score: score.nullable().optional(),
  options: z.record(z.string(), jsonValue).nullable().optional(),
});

export const technologySchema = z
  .object({
    id: z.string(),
    accountType: z.string(),
    title: z.object({ one: z.string(), many: z.string() }),
    scope: z.enum(['region', 'global']),
    legacyIndex: z.string().nullable(),
    documentation: z.string(),
    checks: z.array(z.string()).readonly(),
    permissions: z.array(z.string()).readonly(),
    watched: z.boolean().describe('Whether it is watched, but for accounts that are set otherwise.'),
    minutes: z.number().describe('Minutes between two listings, but for accounts that are set otherwise.'),
  })
  .meta({ id: 'Technology' });
