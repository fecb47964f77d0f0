/** Laws 1 and 4 on one scan: no false fix, nothing closed on unknown, justifications kept, answers equal to the rules written anew. */
import type { Row } from '../../../packages/server/src/store/schema.ts';
import { type CheckId, checkIds } from './plan.ts';
import { added, type Snapshot } from './snapshot.ts';
import { hold, judgedOf, lineageOf, ownersOf, type Step, wasAudited } from './step.ts';
import { type Offences, offencesOf } from './truth.ts';

export function checkIssues(step: Step): void {
  for (const transition of added(step.before.transitions, step.after.transitions)) {
    const issue = step.after.issues.get(transition.issue_id);
    if (issue === undefined) continue;
    if (transition.to_status === 'fixed') checkFixed(step, issue, transition);
    if (transition.to_status === 'retired') checkRetired(step, issue);
    if (transition.to_status === 'justified') checkReturn(step, issue);
    if (transition.from_status === 'justified' && transition.to_status === 'open') checkLost(step, issue);
  }
  for (const [lineage, owner] of ownersOf(step.after)) checkOwner(step, lineage, owner);
  for (const item of step.after.items.values()) checkTotals(step, item);
}

function isCheck(id: string): id is CheckId {
  return checkIds().some((known) => known === id);
}

function verdict(step: Step, check: string, judged: Parameters<typeof offencesOf>[1]): Offences | 'unknown' {
  return isCheck(check) ? offencesOf(check, judged, step.around) : new Map();
}

function named({ lineage, check_id: check, subject_key: subject, status }: Row<'issue'>) {
  return { lineage, check, subject, status };
}

/** Fixed are issues of what is gone, and those that a look which read its inputs did not find. */
function checkFixed(step: Step, issue: Row<'issue'>, { cause }: Row<'issue_transition'>): void {
  const owner = ownersOf(step.after).get(lineageOf(issue));
  const about = { ...named(issue), cause };
  if (cause === 'deletion') {
    hold(
      owner?.status === 'deleted',
      'an issue ends by deletion only when nothing of its lineage is left',
      about,
    );
    return;
  }
  hold(owner?.status === 'active', 'an issue is fixed only on an item that is there', about);
  if (owner === undefined) return;
  hold(
    !step.after.unknowns.has(`${owner.id} ${issue.check_id}`),
    'nothing is fixed by a check that could not answer',
    about,
  );
  hold(
    verdict(step, issue.check_id, judgedOf(step.after, owner)) !== 'unknown',
    'nothing is fixed by what could not be read',
    about,
  );
  checkReally(step, issue, owner);
}

/** An item that waited for an audit from before may be judged by what was there then. */
function checkReally(step: Step, issue: Row<'issue'>, owner: Row<'item'>): void {
  if (step.before.queued.has(owner.id)) return;
  const account = step.after.accounts.get(issue.account_id)?.identifier;
  const resource = step.real.find(
    (one) =>
      one.account === account && one.technology === issue.technology && one.identity === owner.identity,
  );
  if (resource === undefined) return;
  const found = verdict(step, issue.check_id, { ...resource, unreadable: [] });
  hold(
    found !== 'unknown' && !found.has(issue.subject_key),
    'no issue is fixed while its offence exists',
    named(issue),
  );
}

function checkRetired({ settings }: Step, issue: Row<'issue'>): void {
  const isOff = isCheck(issue.check_id) && settings.get(issue.check_id)?.enabled === false;
  hold(isOff, 'an issue retires only with its check', named(issue));
}

/** Nobody but a person justifies; an issue that comes back is justified only as far as its justification reaches. */
function checkReturn({ before, after }: Step, issue: Row<'issue'>): void {
  const justification = after.justifications.get(issue.id);
  hold(justification !== undefined, 'a justified issue has a justification', named(issue));
  hold(
    before.justifications.get(issue.id)?.id === justification?.id,
    'a scan makes no justification',
    named(issue),
  );
}

/** A justification ends by wider evidence or by time, and by nothing else that a scan sees. */
function checkLost({ before, after, around }: Step, issue: Row<'issue'>): void {
  const justification = before.justifications.get(issue.id);
  const earlier = before.issues.get(issue.id);
  const isOver = (justification?.until?.getTime() ?? Number.POSITIVE_INFINITY) <= around.now;
  const isWider = earlier?.evidence_hash !== issue.evidence_hash;
  hold(isOver || isWider, 'a justification holds while its evidence does', named(issue));
  hold(!after.justifications.has(issue.id), 'a justification that has ended is ended', named(issue));
}

/** After a whole audit the issues of a lineage are those that the rules, written anew, give for what is stored. */
function checkOwner(step: Step, lineage: string, owner: Row<'item'>): void {
  const { after, settings } = step;
  if (!wasAudited(step, owner.technology)) return;
  hold(!after.queued.has(owner.id), 'a whole audit leaves nothing waiting', { lineage });
  const issues = [...after.issues.values()].filter((issue) => lineageOf(issue) === lineage);
  for (const check of checkIds()) {
    const own = issues.filter(({ check_id: id }) => id === check);
    if (owner.status === 'deleted') noneOf(own, ['open', 'justified', 'frozen', 'retired'], 'deleted');
    else if (owner.status === 'frozen') noneOf(own, ['open', 'justified'], 'frozen');
    else if (settings.get(check)?.enabled === false) noneOf(own, ['open', 'justified', 'frozen'], 'off');
    else checkAnswer(step, { owner, check, own });
  }
}

function noneOf(issues: readonly Row<'issue'>[], statuses: readonly string[], state: string): void {
  for (const issue of issues)
    hold(!statuses.includes(issue.status), `no such issue of what is ${state}`, named(issue));
}

type Answer = {
  readonly owner: Row<'item'>;
  readonly check: CheckId;
  readonly own: readonly Row<'issue'>[];
};

function checkAnswer(step: Step, { owner, check, own }: Answer): void {
  const { after, around, settings } = step;
  const found = offencesOf(check, judgedOf(after, owner), around);
  const isUnknown = after.unknowns.has(`${owner.id} ${check}`);
  const about = { item: owner.identity, check, found: found === 'unknown' ? found : [...found] };
  hold(isUnknown === (found === 'unknown'), 'a check that lacks an input is unknown, and no other', about);
  if (found === 'unknown') return checkHeld(step, own);
  const standing = own.filter(({ status }) => status === 'open' || status === 'justified');
  const subjects = standing.map(({ subject_key: subject }) => subject).toSorted();
  hold(
    JSON.stringify(subjects) === JSON.stringify([...found.keys()].toSorted()),
    'the issues that stand are the offences',
    { ...about, subjects },
  );
  const score = settings.get(check)?.score;
  for (const issue of standing) {
    hold(issue.unverified_since === null, 'an issue that was looked at is verified', named(issue));
    hold(
      score === undefined || issue.score === score,
      'an issue has the score of the settings',
      named(issue),
    );
    const evidence = JSON.stringify(issue.evidence[0]?.value);
    hold(evidence === found.get(issue.subject_key), 'an issue has the evidence of now', {
      ...about,
      evidence,
    });
  }
}

/** What stood before still stands, and says that nobody has verified it. */
function checkHeld({ before }: Step, own: readonly Row<'issue'>[]): void {
  for (const issue of own) {
    const earlier = before.issues.get(issue.id);
    if (earlier?.status === 'open' || earlier?.status === 'justified')
      hold(['open', 'justified'].includes(issue.status), 'nothing is closed on unknown', named(issue));
    if (issue.status === 'open' || issue.status === 'justified')
      hold(issue.unverified_since !== null, 'what could not be looked at is unverified', named(issue));
  }
}

function checkTotals(step: Step, item: Row<'item'>): void {
  if (!wasAudited(step, item.technology)) return;
  const { issues, unknowns }: Snapshot = step.after;
  const open = [...issues.values()].filter((issue) => issue.item_id === item.id && issue.status === 'open');
  const unknown = checkIds().filter((check) => unknowns.has(`${item.id} ${check}`));
  const expected = {
    open_issues: open.length,
    score: open.reduce((sum, { score }) => sum + score, 0),
    unknowns: unknown.length,
  };
  const { open_issues, score, unknowns: count } = item;
  hold(
    JSON.stringify({ open_issues, score, unknowns: count }) === JSON.stringify(expected),
    'totals are the sums of what they total',
    { item: item.identity, open_issues, score, unknowns: count, expected },
  );
}
