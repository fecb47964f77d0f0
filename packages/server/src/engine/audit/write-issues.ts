/** Writes changes of issues: their rows, the history of each, justifications that end, and the events that tell of them. */
import { renderMessage } from '@security-monkey/sdk';
import type { Database } from '../../store/database/database.ts';
import { insertIssues, insertTransitions, updateIssues } from '../../store/issues.ts';
import { endJustifications } from '../../store/justifications.ts';
import type { Row } from '../../store/schema.ts';
import { type EventItem, issueEvent } from '../notify/events.ts';
import type { NewEvent } from '../notify/new-event.ts';
import { writeEvents } from '../notify/outbox.ts';
import type { Runtime } from '../runtime.ts';
import type { Cause } from './cause.ts';
import type { IssueChange } from './issue-state.ts';

export type IssueWrite = {
  readonly change: IssueChange & { readonly checkId: string };
  readonly account: Row<'account'>;
  /** The item that has the issue. */
  readonly item: EventItem;
  /** False during an account's enrolment: its first findings are no news one by one. */
  readonly isNews: boolean;
};

type Identified = IssueWrite & { readonly issueId: string; readonly transitionId: string };

export async function writeIssues(
  tx: Database,
  runtime: Runtime,
  { writes, now }: { readonly writes: readonly IssueWrite[]; readonly now: Date },
): Promise<void> {
  const identified = writes.map((write) => ({
    ...write,
    issueId: write.change.id ?? runtime.nextId(),
    transitionId: runtime.nextId(),
  }));
  const added = identified.filter(({ change }) => change.id === undefined);
  const known = identified.filter(({ change }) => change.id !== undefined);
  await insertIssues(tx, added.map(issueRow));
  await updateIssues(tx, known.map(issueRow));
  await writeTransitions(tx, identified, now);
  await endJustifications(
    tx,
    identified.flatMap(({ change: { endedJustification: ended } }) => (ended ? [{ ...ended, at: now }] : [])),
  );
  await writeEvents(
    tx,
    identified.flatMap((write) => eventOf(runtime, write, now)),
  );
}

function issueRow({ issueId, change: { state, checkId }, account, item }: Identified): Row<'issue'> {
  return {
    id: issueId,
    account_id: account.id,
    technology: item.technology,
    lineage: item.lineage,
    check_id: checkId,
    message_id: state.messageId,
    subject_key: state.subjectKey,
    opened_at: state.openedAt,
    item_id: state.itemId,
    subject: { ...state.subject },
    details: { ...state.details },
    evidence: state.evidence,
    evidence_hash: state.evidenceHash,
    score: state.score,
    status: state.status,
    changed_at: state.changedAt,
    fixed_at: state.fixedAt,
    unverified_since: state.unverifiedSince,
  };
}

async function writeTransitions(tx: Database, writes: readonly Identified[], now: Date): Promise<void> {
  const rows = writes.flatMap(({ change: { transition }, issueId, transitionId }) => {
    if (transition === undefined) return [];
    const { from, to, cause, detail } = transition;
    return [
      { id: transitionId, issue_id: issueId, at: now, from_status: from, to_status: to, cause, detail },
    ];
  });
  await insertTransitions(tx, rows);
}

/** What a person changed in settings or accounts is told by the one event of the change, not once more by every issue that it touches. */
const settingCauses: ReadonlySet<Cause> = new Set([
  'options',
  'networks',
  'known-accounts',
  'ignored',
  'world',
]);

function eventOf(runtime: Runtime, write: Identified, at: Date): readonly NewEvent[] {
  const { change, issueId, transitionId, account, item, isNews } = write;
  const { event, transition, state, checkId } = change;
  if (!isNews || event === undefined || transition === undefined) return [];
  if (settingCauses.has(transition.cause)) return [];
  const check = runtime.registry.check(checkId);
  const messages: Readonly<Record<string, string>> = check?.messages ?? {};
  const template = messages[state.messageId] ?? state.messageId;
  return [
    issueEvent(
      { id: runtime.nextId(), at },
      {
        kind: event,
        account,
        item,
        issue: { ...state, id: issueId, checkId },
        title: check?.title ?? checkId,
        text: renderMessage(template, { subject: state.subject, details: state.details }),
        transition: { ...transition, id: transitionId },
      },
    ),
  ];
}
