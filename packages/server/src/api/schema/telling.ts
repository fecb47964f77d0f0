/** Subscriptions, alerters and the log of deliveries as the API takes and gives them. */
import { eventKinds } from '@security-monkey/sdk';
import { z } from 'zod';
import { id, time } from './common.ts';

const selector = z.string().trim().min(1).max(300);
const some = z.array(selector).min(1).max(200).readonly();
const all = z.literal('all');
const address = z.string().trim().min(1).max(320);
const eventKind = z.enum(eventKinds);

const accounts = z
  .union([all, some])
  .describe('Names, identifiers, `type:identifier`, or patterns of names with `*`.');
const technologies = z.union([all, some]);
const minScore = z
  .int()
  .min(0)
  .max(10)
  .describe('A run or a day without an issue of at least this score makes no message.');
const dailyAt = z
  .string()
  .max(5)
  .nullable()
  .describe('`HH:MM` for one digest a day at that time; null for a message after each run.');
const timeZone = z.string().max(100).describe('Such as `Europe/Berlin`; for all times.');

export const subscriptionSchema = z
  .object({
    id,
    person: id.nullable().describe('Whose it is; null for an address that belongs to nobody who signs in.'),
    alerter: z.string(),
    address: z.string(),
    accounts,
    technologies,
    events: z.array(z.string()).readonly(),
    minScore,
    dailyAt,
    timeZone,
    nextDigest: time.nullable(),
    createdAt: time,
    createdBy: z.string(),
  })
  .meta({ id: 'Subscription' });

export const subscriptionDraftSchema = z.strictObject({
  alerter: z.string().max(100).default('mail'),
  address: address.optional().describe('One’s own unless given; another is for administrators.'),
  accounts: accounts.default('all'),
  technologies: technologies.default('all'),
  events: z
    .array(eventKind)
    .min(1)
    .readonly()
    .optional()
    .describe('All that the alerter tells unless given.'),
  minScore: minScore.default(0),
  dailyAt: dailyAt.default(null),
  timeZone: timeZone.default('UTC'),
});

export const alerterSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    address: z.object({ label: z.string(), example: z.string() }),
    events: z.array(z.string()).readonly().describe('The kinds of events of which it can tell.'),
    configured: z.boolean().describe('Whether it can send: docs/guides/mail.md says how to configure mail.'),
  })
  .meta({ id: 'Alerter' });

export const testDraftSchema = z.strictObject({
  address: address.optional().describe('One’s own unless given; another is for administrators.'),
});

export const testTakenSchema = z.object({
  message: id.describe('Its id in the log of deliveries.'),
  address: z.string(),
});

export const deliveryStates = ['pending', 'delivered', 'dead'] as const;

export const deliverySchema = z
  .object({
    id: id.describe('The message’s, or the event’s.'),
    kind: z.enum(['message', 'event']),
    at: time.describe('When the message was made, or the event happened.'),
    alerter: z.string(),
    address: z.string().nullable().describe('Null where an alerter knows by itself where to send.'),
    subscription: id.nullable().describe('Null for a test, and once it was removed.'),
    what: z.string().nullable().describe('The subject, once it was made up; or the key of the event.'),
    state: z.enum(deliveryStates).describe('`dead` was given up.'),
    attempts: z.int(),
    nextAttempt: time.nullable(),
    deliveredAt: time.nullable(),
    failure: z.string().nullable().describe('Why the last attempt was not taken.'),
  })
  .meta({ id: 'Delivery' });
