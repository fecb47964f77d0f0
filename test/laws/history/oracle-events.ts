/** Law 5 on one scan and at the end: each change has exactly one event, told to an idempotent sink exactly once. */
import type { Row } from '../../../packages/server/src/store/schema.ts';
import type { Sink } from './sink.ts';
import { added, type Snapshot } from './snapshot.ts';
import { hold, type Step } from './step.ts';
import { textOf } from './truth.ts';

export function checkEvents(step: Step): void {
  const fresh = added(step.before.outbox, step.after.outbox);
  expectEqual(
    'each revision after the enrolment has one event',
    fresh.flatMap(({ kind, payload }) =>
      kind.startsWith('item.') ? [`${kind} ${textOf(payload['revision'])}`] : [],
    ),
    revisionEvents(step),
  );
  expectEqual(
    'each transition of an issue has one event',
    fresh.flatMap(({ kind, payload }) =>
      kind.startsWith('issue.') ? [`${kind} ${textOf(payload['transition'])}`] : [],
    ),
    transitionEvents(step),
  );
  expectEqual(
    'an account is enrolled once',
    fresh.flatMap(({ kind, account_id: id }) => (kind === 'account.enrolled' ? [String(id)] : [])),
    enrolments(step),
  );
}

function expectEqual(rule: string, told: readonly string[], expected: readonly string[]): void {
  hold(JSON.stringify(told.toSorted()) === JSON.stringify(expected.toSorted()), rule, {
    lacking: expected.filter((one) => !told.includes(one)),
    told: told.filter((one) => !expected.includes(one)),
    counts: [told.length, expected.length],
  });
}

/** Only of accounts that were enrolled when the scan began, and never of a change of our own. */
function revisionEvents({ before, after }: Step): readonly string[] {
  return added(before.revisions, after.revisions).flatMap(({ id, kind, item_id: itemId }) => {
    const account = after.items.get(itemId)?.account_id ?? '';
    const isEnrolled = (before.accounts.get(account)?.enrolled_at ?? null) !== null;
    return isEnrolled && kind !== 'rebaseline' ? [`item.${kind} ${id}`] : [];
  });
}

/** What a person did in the settings or to the accounts is told once, by the event of the change (ADR 0010). */
const toldBySettings = new Set(['options', 'networks', 'known-accounts', 'ignored', 'world']);

function transitionEvents(step: Step): readonly string[] {
  return added(step.before.transitions, step.after.transitions).flatMap((transition) => {
    const issue = step.after.issues.get(transition.issue_id);
    const kind = toldBySettings.has(transition.cause) ? undefined : eventKind(transition);
    return kind !== undefined && issue !== undefined && isNews(step, issue)
      ? [`${kind} ${transition.id}`]
      : [];
  });
}

/** By a person or by a scan; freezing, thawing, retiring and accepting are told by nothing. */
export function eventKind(transition: Row<'issue_transition'>): string | undefined {
  const { from_status: from, to_status: to, detail } = transition;
  if (to === 'fixed') return 'issue.fixed';
  if (to !== 'open') return undefined;
  if (from === null) return 'issue.opened';
  return from === 'fixed' || from === 'justified' || detail['ended'] !== undefined
    ? 'issue.reopened'
    : undefined;
}

/** The first answers on what an account had when it was enrolled are its baseline. */
function isNews({ before, after }: Step, issue: Row<'issue'>): boolean {
  const enrolled = after.accounts.get(issue.account_id)?.enrolled_at ?? null;
  const item = after.items.get(issue.item_id);
  if (enrolled === null || item === undefined) return false;
  return before.audited.has(item.id) || item.first_seen.getTime() > enrolled.getTime();
}

function enrolments({ before, after }: Step): readonly string[] {
  return [...after.accounts.values()].flatMap(({ id, enrolled_at: at }) =>
    at !== null && (before.accounts.get(id)?.enrolled_at ?? null) === null ? [id] : [],
  );
}

/** In the end the sink has every event once, with one content, and nothing else. */
export function checkSink(sink: Sink, { outbox }: Snapshot): void {
  hold(sink.contradicted.length === 0, 'a key stands for one content', sink.contradicted);
  expectEqual(
    'the sink has taken each event once',
    [...sink.taken.keys()],
    [...outbox.values()].map(({ key }) => key),
  );
  for (const [what, kind] of [
    ['revision', 'item.'],
    ['transition', 'issue.'],
  ] as const) {
    const ids = [...outbox.values()]
      .filter((row) => row.kind.startsWith(kind))
      .map(({ payload }) => textOf(payload[what]));
    hold(new Set(ids).size === ids.length, `each ${what} is told once`, ids);
  }
}
