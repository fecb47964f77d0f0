/** Items, revisions and differences as the API gives them. */
import { z } from 'zod';
import { id, jsonObject, jsonValue, time, unreadablePart } from './common.ts';
import { coverageSchema } from './coverage.ts';
import { issueSchema } from './issue.ts';

export const itemSchema = z
  .object({
    id,
    account: z.string(),
    technology: z.string(),
    region: z.string(),
    name: z.string(),
    providerName: z.string(),
    arn: z.string().optional(),
    identity: z.string(),
    tags: z.record(z.string(), z.string()).readonly().nullable(),
    score: z.int().describe('The sum of the scores of the open issues.'),
    openIssues: z.int(),
    unknowns: z.int().nullable().describe('Checks that could not be decided; null for the past.'),
    firstSeen: time,
    lastChanged: time,
    status: z.enum(['active', 'unverified', 'frozen', 'deleted']),
    ignoredBy: z
      .string()
      .optional()
      .describe('The entry of the ignore list that covers it; no check judges it.'),
  })
  .meta({ id: 'Item' });

export const relationSchema = z.object({
  name: z.string(),
  direction: z.enum(['out', 'in']),
  technology: z.string(),
  key: z.string(),
  value: jsonObject,
  since: time,
  item: id.nullable(),
  itemName: z.string().nullable(),
});

export const unknownSchema = z.object({
  check: z.string(),
  class: z.string(),
  path: z.string(),
  permission: z.string().nullable(),
  message: z.string(),
  since: time,
});

/** The same in a list over all items. */
export const unknownRowSchema = unknownSchema
  .extend({
    item: id,
    account: z.string(),
    technology: z.string(),
    region: z.string(),
    name: z.string(),
  })
  .meta({ id: 'Unknown' });

export const itemDetailSchema = itemSchema
  .extend({
    accountId: id,
    consoleUrl: z
      .url()
      .nullable()
      .describe('Where the provider’s console shows it, for whoever is signed in there to its account.'),
    deletedAt: time.nullable(),
    missingSince: time.nullable(),
    predecessor: id.nullable(),
    config: jsonObject,
    ephemeral: jsonObject,
    observedAt: time.nullable(),
    unreadable: z.array(unreadablePart).readonly(),
    relations: z.array(relationSchema).readonly(),
    issues: z.array(issueSchema).readonly(),
    undecided: z.array(unknownSchema).readonly(),
    passed: z.array(z.string()).readonly().describe('Checks that were answered and found nothing.'),
    auditedAt: time.nullable().describe('When checks last judged it; null: none has yet.'),
    coverage: coverageSchema.nullable(),
  })
  .meta({ id: 'ItemDetail' });

export const pastItemSchema = itemSchema
  .extend({
    revision: id,
    validFrom: time,
    actor: jsonObject.nullable(),
    config: jsonObject,
    unreadable: z.array(unreadablePart).readonly(),
    relations: z.array(relationSchema).readonly(),
  })
  .meta({ id: 'PastItem' });

export const revisionSchema = z
  .object({
    id,
    item: id,
    kind: z.enum(['created', 'changed', 'deleted']),
    validFrom: time,
    observedAt: time,
    source: z
      .enum(['scan', 'event', 'backfill'])
      .describe('backfill: told by the history that the provider keeps, not seen by us when it was so.'),
    actor: jsonObject.nullable().describe('Null: the actor was not collected.'),
    summary: z.string(),
    meaning: z.array(z.string()).readonly().describe('What it means for who may do what.'),
    changes: z.int(),
    unreadable: z.array(unreadablePart).readonly(),
    rebaselines: z.int(),
  })
  .meta({ id: 'Revision' });

const stateSchema = z.object({
  revision: id,
  kind: z.enum(['created', 'changed', 'deleted', 'rebaseline']),
  validFrom: time,
  observedAt: time,
  actor: jsonObject.nullable(),
  config: jsonObject,
});

export const diffSchema = z
  .object({
    before: stateSchema.nullable(),
    after: stateSchema,
    changes: z
      .array(
        z.object({
          kind: z.enum(['added', 'removed', 'changed']),
          path: z.string(),
          before: jsonValue.optional(),
          after: jsonValue.optional(),
        }),
      )
      .readonly(),
    unknown: z
      .array(z.string())
      .readonly()
      .describe(
        'Parts that one of both never had because they could not be read: neither config has them here.',
      ),
    policies: z
      .array(z.object({ path: z.string(), sentences: z.array(z.string()).readonly() }))
      .readonly()
      .describe('What changed policies mean for who may do what.'),
  })
  .meta({ id: 'ItemDiff' });
