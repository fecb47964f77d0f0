/** Events in the form in which messages are made of them: the border between the outbox and people. */
import type { Failure, JsonValue } from '@security-monkey/sdk';
import { z } from 'zod';
import type { MessageEvent } from '../../store/views/message-events.ts';

const account = z.looseObject({ id: z.string(), type: z.string(), identifier: z.string(), name: z.string() });
const json = z.record(z.string(), z.json());

const ofItem = {
  account,
  item: z.string(),
  technology: z.string(),
  region: z.string(),
  name: z.string(),
};

const itemTold = z.looseObject({
  ...ofItem,
  change: z.enum(['created', 'changed', 'deleted']),
  revision: z.string(),
});

const issueTold = z.looseObject({
  ...ofItem,
  change: z.enum(['opened', 'reopened', 'fixed']),
  issue: z.string(),
  check: z.string(),
  title: z.string(),
  text: z.string(),
  score: z.number(),
  subject: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  cause: z.string(),
  detail: json,
});

const scopeTold = z.looseObject({
  account,
  change: z.enum(['failed', 'recovered']),
  technology: z.string(),
  region: z.string(),
  failure: z.custom<Failure>().optional(),
});

const enrolmentTold = z.looseObject({
  account,
  items: z.record(z.string(), z.number()),
  scopes: z.number(),
  failedScopes: z.number(),
});

type At = {
  readonly at: Date;
  /** The id of the event, which remembers more than is told of many. */
  readonly event: string;
};

export type ToldItem = At & z.output<typeof itemTold>;
export type ToldIssue = At & z.output<typeof issueTold>;
export type ToldScope = At & z.output<typeof scopeTold>;
export type ToldEnrolment = At & z.output<typeof enrolmentTold>;
export type ToldAccount = z.output<typeof account>;

/** What a run or a day brought, in the order in which it happened. */
export type Told = {
  readonly enrolled: readonly ToldEnrolment[];
  readonly items: readonly ToldItem[];
  /** The latest that happened to each issue. */
  readonly issues: readonly ToldIssue[];
  readonly scopes: readonly ToldScope[];
};

/** What messages are not about is left out. */
export function toldOf(events: readonly MessageEvent[]): Told {
  const issues = events.flatMap((event) => parsed(event, 'issue', issueTold));
  return {
    enrolled: events.flatMap((event) => parsed(event, 'account', enrolmentTold)),
    items: events.flatMap((event) => parsed(event, 'item', itemTold)),
    issues: [...new Map(issues.map((issue) => [issue.issue, issue])).values()],
    scopes: events.flatMap((event) => parsed(event, 'scope', scopeTold)),
  };
}

/** The word after the dot of the kind says what happened. */
function parsed<Payload extends object>(
  { id, kind, at, payload }: MessageEvent,
  about: string,
  schema: z.ZodType<Payload>,
): readonly (Payload & At)[] {
  const [subject, change] = kind.split('.');
  return subject === about ? [{ ...schema.parse({ ...payload, change }), at, event: id }] : [];
}

/** The accounts that are told of, each once. */
export function accountsOf({ enrolled, items, issues, scopes }: Told): readonly ToldAccount[] {
  const all = [...enrolled, ...items, ...issues, ...scopes].map((one) => one.account);
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

const values = z.array(z.looseObject({ path: z.string(), value: z.json() }));

export type ToldValues = z.output<typeof values>;

/** Offending values, as events and transitions have them; none where there are none of that form. */
export function valuesOf(found: JsonValue | undefined): ToldValues {
  return values.safeParse(found).data ?? [];
}
