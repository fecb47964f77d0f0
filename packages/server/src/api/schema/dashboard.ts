/** The figures of the dashboard as the API gives them. */
import { z } from 'zod';
import { id, time } from './common.ts';
import { issueSchema } from './issue.ts';
import { revisionSchema } from './item.ts';

const severities = z.object({
  critical: z.int(),
  high: z.int(),
  medium: z.int(),
  low: z.int(),
  informational: z.int(),
});
const states = z.object({ never: z.int(), complete: z.int(), failed: z.int(), frozen: z.int() });

const standing = z.object({
  open: severities.describe('Open issues by severity.'),
  score: z.int().describe('The sum of the scores of the open issues.'),
  justified: z.int(),
});

export const failureGroupSchema = z
  .object({
    permission: z.string().nullable().describe('The one that is missing; null when the provider named none.'),
    class: z.string(),
    operation: z.string().nullable(),
    accounts: z.array(z.string()).readonly(),
    technologies: z.array(z.string()).readonly(),
    scopes: z.int(),
    items: z.int(),
    message: z.string(),
    hint: z.string().nullable(),
    since: time.nullable(),
  })
  .meta({ id: 'FailureGroup' });

export const dashboardSchema = z
  .object({
    now: time,
    scopes: states.describe('Scopes by the outcome of their last listing.'),
    failures: z
      .array(failureGroupSchema)
      .readonly()
      .describe('What could not be looked at and why, what concerns most first; at most 10.'),
    failureGroups: z.int().describe('How many such groups there are in all.'),
    accounts: z.int().describe('Active accounts.'),
    items: z.int(),
    frozen: z.int(),
    unknowns: z.int().describe('Answers of checks that could not be decided.'),
    issues: standing,
    byAccount: z
      .array(standing.extend({ id, account: z.string() }))
      .readonly()
      .describe('The highest scores first; at most 20.'),
    byTechnology: z.array(standing.extend({ technology: z.string() })).readonly(),
  })
  .meta({ id: 'Dashboard' });

export const trendSchema = z
  .object({
    days: z
      .array(
        z.object({
          at: time.describe('The end of the day.'),
          open: severities,
          score: z.int(),
          opened: z.int(),
          closed: z.int(),
          unknown: z
            .int()
            .describe(
              'Checks that are unknown now and already were then: at least so many were, since those that were decided meanwhile are not kept.',
            ),
        }),
      )
      .readonly()
      .describe('The oldest first. Scores are those of now.'),
  })
  .meta({ id: 'Trend' });

export const changeSchema = revisionSchema
  .omit({ rebaselines: true })
  .extend({ account: z.string(), technology: z.string(), region: z.string(), name: z.string() })
  .meta({ id: 'Change' });

export const endingJustificationSchema = z
  .object({
    id,
    reason: z.string(),
    author: z.string(),
    createdAt: time,
    until: time,
    issue: issueSchema,
  })
  .meta({ id: 'EndingJustification' });
