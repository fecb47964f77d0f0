/** Issues and their life as the API gives them. */
import { z } from 'zod';
import { id, jsonObject, jsonValue, time } from './common.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

export const issueStatus = z.enum(['open', 'justified', 'fixed', 'retired', 'frozen']);

export const issueSchema = z
  .object({
    id,
    item: id,
    account: z.string(),
    technology: z.string(),
    region: z.string(),
    name: z.string(),
    providerName: z.string(),
    arn: z.string().optional(),
    check: z.string(),
    message: z.string(),
    subject: z.record(z.string(), scalar).readonly(),
    text: z.string().describe('The message for a person.'),
    score: z.int(),
    evidence: z.array(z.object({ path: z.string(), value: jsonValue })).readonly(),
    status: issueStatus,
    openedAt: time.describe(
      'Since when it is there without having been fixed: of one that came back, since its return.',
    ),
    mayBeOlder: z
      .boolean()
      .describe('Nobody saw it become so: it was so when the account was enrolled, or the rules changed.'),
    unverifiedSince: time.nullable(),
  })
  .meta({ id: 'Issue' });

const comment = z.object({ id, author: z.string(), at: time, text: z.string() });

export const commentsSchema = z.object({ comments: z.array(comment).readonly() });

export const issueDetailSchema = issueSchema
  .extend({
    details: z.record(z.string(), scalar).readonly(),
    changedAt: time,
    fixedAt: time.nullable(),
    transitions: z
      .array(
        z.object({
          at: time,
          from: issueStatus.nullable(),
          to: issueStatus,
          cause: z.string(),
          detail: jsonObject,
        }),
      )
      .readonly(),
    justifications: z
      .array(
        z.object({
          id,
          reason: z.string(),
          author: z.string(),
          createdAt: time,
          until: time.nullable(),
          endedAt: time.nullable(),
          endedBecause: z.string().nullable(),
        }),
      )
      .readonly(),
    comments: z.array(comment).readonly(),
  })
  .meta({ id: 'IssueDetail' });

/** What became of each issue of a bulk decision. */
export const decisionsSchema = z.object({
  decided: z.array(z.object({ id, status: issueStatus })).readonly(),
  refused: z.array(z.object({ id, problem: z.string() })).readonly(),
});
