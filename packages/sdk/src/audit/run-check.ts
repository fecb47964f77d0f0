/** Runs one check on one item: pure, used alike by the audit workers and by `testCheck`. */
import type { AuditedItem, Check, CheckContext, World } from '../define/check.ts';
import { isWatcherReference } from '../define/watcher-reference.ts';
import { guardConfig, isUnreadableInput, type RefusalNote, type UnreadableInput } from '../json/guard.ts';
import type { JsonObject } from '../json/value.ts';
import { deepFreeze } from './deep-freeze.ts';
import { failureText } from './failure-text.ts';
import { type JudgedFinding, judgeFinding } from './judge-finding.ts';
import { parseConfig } from './parse-config.ts';
import { type RelatedListing, relatedItems, relationPath } from './related.ts';

export type CheckInput = {
  readonly check: Check;
  readonly item: AuditedItem;
  readonly config: JsonObject;
  /** JSON pointers of the parts that could not be read; `@name` stands for the relation of that name. */
  readonly unreadable: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly options: JsonObject | undefined;
  /** Relation name to what is known; a relation that is missing here counts as one that could not be listed. */
  readonly related: Readonly<Record<string, RelatedListing>>;
  readonly world: World;
};

export type CheckResult =
  /** `lookAgainAt` is the earliest moment after `now` at which the answer may change by itself. */
  | { readonly kind: 'judged'; readonly findings: readonly JudgedFinding[]; readonly lookAgainAt?: number }
  /** An input at `path` could not be read: neither pass nor fail. */
  | { readonly kind: 'unknown'; readonly path: string }
  /** The check or the config is defective; `message` repeats no value of the config. */
  | { readonly kind: 'failed'; readonly message: string };

/** Runs a check. Never throws; freezes its input. The findings are sorted by message and subject. */
export function runCheck(input: CheckInput): CheckResult {
  const refused: string[] = [];
  const outcome = attempt(input, (path) => refused.push(path));
  // Also when the check caught the error, or turned it into another: what it concluded then stands on nothing.
  const [path] = refused;
  return path === undefined ? outcome : { kind: 'unknown', path };
}

function attempt(input: CheckInput, note: RefusalNote): CheckResult {
  // Of an item that could not be read as a whole everything is stale: its name and relations too.
  if (input.unreadable.includes('')) return { kind: 'unknown', path: '' };
  try {
    return judge(input, note);
  } catch (error) {
    if (isUnreadableInput(error)) return { kind: 'unknown', path: error.path };
    return { kind: 'failed', message: failureText(error, input.config) };
  }
}

function judge(input: CheckInput, note: RefusalNote): CheckResult {
  const { check } = input;
  const findings = new Map<string, JudgedFinding>();
  const moments: number[] = [];
  const context: CheckContext = {
    item: guardedItem(input, note),
    config: guardedConfig(input, note),
    now: input.now,
    options: deepFreeze(check.options ? check.options.parse(input.options ?? {}) : {}),
    related: (relation) => readRelation(input, relation, note),
    isRead: (path) => !input.unreadable.some((unread) => overlap(unread, path)),
    world: deepFreeze(input.world),
    report: (message: string, finding) => {
      const judged = judgeFinding(check, message, finding);
      const key = `${message}\n${judged.subjectKey}`;
      if (findings.has(key)) throw new Error(`reported the message ${message} twice with the same subject`);
      findings.set(key, judged);
    },
    lookAgainAt: (time) => {
      if (!Number.isFinite(time)) throw new Error('asked to look again at a time that is no number');
      if (time > input.now) moments.push(time);
    },
  };
  refusePromise(check.run(context));
  const sorted = [...findings.keys()].sort().flatMap((key) => findings.get(key) ?? []);
  return {
    kind: 'judged',
    findings: sorted,
    ...(moments.length > 0 && { lookAgainAt: Math.min(...moments) }),
  };
}

/** Whether one of two JSON pointers lies in the other, or is it. */
function overlap(one: string, other: string): boolean {
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}

/** A check written as an async function satisfies the type, but its reports would come too late. */
function refusePromise(returned: unknown): void {
  if (!(returned instanceof Promise)) return;
  returned.catch(() => undefined);
  throw new Error('run gave a promise: a check is synchronous');
}

function guardedConfig({ check, config, unreadable }: CheckInput, note: RefusalNote): unknown {
  const paths = unreadable.filter((path) => !path.startsWith('@'));
  return guardConfig(deepFreeze(parseConfig(check.watcher.config, config, paths)), paths, note);
}

/** Tags come from the config: where they stand on an unreadable part, reading them is reading that part. */
function guardedItem(input: CheckInput, note: RefusalNote): AuditedItem {
  const refusal = input.unreadable.length > 0 ? tagsRefusal(input) : undefined;
  if (refusal === undefined) return deepFreeze(input.item);
  return Object.freeze({
    ...input.item,
    get tags(): never {
      note(refusal.path);
      throw refusal;
    },
  });
}

function tagsRefusal(input: CheckInput): UnreadableInput | undefined {
  const { watcher } = input.check;
  try {
    if (!isWatcherReference(watcher)) watcher.tags?.(guardedConfig(input, () => {}));
    return undefined;
  } catch (error) {
    if (isUnreadableInput(error)) return error;
    throw error;
  }
}

const nothingKnown: RelatedListing = { items: [], complete: false };

function readRelation({ check, related, unreadable }: CheckInput, relation: string, note: RefusalNote) {
  if (!check.needs?.includes(relation)) {
    throw new Error(`read the relation ${relation} without naming it in needs`);
  }
  const listing = Object.hasOwn(related, relation) ? related[relation] : undefined;
  // What was known before is stale, not partial: presence may be concluded from it as little as absence.
  const wasRead = listing !== undefined && !unreadable.includes(relationPath(relation));
  const known = wasRead ? { items: deepFreeze(listing.items), complete: listing.complete } : nothingKnown;
  return relatedItems(relation, known, note);
}
