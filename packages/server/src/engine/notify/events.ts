/** Builds the events of issues and settings: keys that are stable over retries, payloads that stand for themselves. Pure. */
import type { JsonValue } from '@security-monkey/sdk';
import type { Row } from '../../store/schema.ts';
import type { IssueEventKind, IssueState, Transition } from '../audit/issue-state.ts';
import { accountPayload } from '../record/events.ts';
import type { NewEvent } from './new-event.ts';

/** A fresh id for the outbox row, and when it happened. */
export type Stamp = { readonly id: string; readonly at: Date };

export type EventItem = Pick<Row<'item'>, 'id' | 'technology' | 'region' | 'identity' | 'lineage' | 'name'>;

export type IssueEvent = {
  readonly kind: IssueEventKind;
  readonly account: Row<'account'>;
  readonly item: EventItem;
  readonly issue: IssueState & { readonly id: string; readonly checkId: string };
  /** What the check is called, and the issue's message. */
  readonly title: string;
  readonly text: string;
  /** The transition that the event tells of; part of its key. */
  readonly transition: Transition & { readonly id: string };
};

export function issueEvent({ id, at }: Stamp, event: IssueEvent): NewEvent {
  const { kind, account, item, issue, title, text, transition } = event;
  const { id: itemId, technology, region, name, identity, lineage } = item;
  return {
    id,
    key: `${kind}:${transition.id}`,
    kind,
    at,
    accountId: account.id,
    payload: {
      account: accountPayload(account),
      item: itemId,
      technology,
      region,
      name,
      identity,
      lineage,
      issue: issue.id,
      check: issue.checkId,
      title,
      message: issue.messageId,
      text,
      subject: issue.subject,
      score: issue.score,
      status: issue.status,
      evidence: issue.evidence.map(({ path, value }) => ({ path, value })),
      transition: transition.id,
      from: transition.from,
      cause: transition.cause,
      detail: transition.detail,
    },
  };
}

export type SettingChange = {
  readonly key: string;
  readonly by: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
};

/** Of `alerters` only the name is told: the options of an alerter may hold an address that is a secret. */
export function settingsEvent({ id, at }: Stamp, { key, by, before, after }: SettingChange): NewEvent {
  return {
    id,
    key: `settings.changed:${id}`,
    kind: 'settings.changed',
    at,
    accountId: null,
    payload: { setting: key, by, ...(key !== 'alerters' && { before, after }) },
  };
}
