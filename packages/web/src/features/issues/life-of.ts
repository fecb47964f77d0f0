/** An issue's life as sentences, newest first: changes of its status, justifications, comments. */
import { type JsonObject, objectOf } from '../../words/json.ts';
import type { IssueDetail } from './issue-queries.ts';

export type LifeEntry = {
  readonly key: string;
  readonly at: string;
  readonly who?: string;
  readonly what: string;
  /** In the words of whoever wrote it. */
  readonly quote?: string;
};

type Transition = IssueDetail['transitions'][number];

export function lifeOf(
  issue: Pick<IssueDetail, 'transitions' | 'justifications' | 'comments'>,
): readonly LifeEntry[] {
  const entries = [
    ...issue.transitions.filter(({ to }) => to !== 'justified').map(transitionEntry),
    ...issue.justifications.map(
      ({ id, createdAt, author, reason, until }): LifeEntry => ({
        key: `justification ${id}`,
        at: createdAt,
        who: author,
        what: until === null ? 'justified it.' : `justified it until ${until.slice(0, 10)}.`,
        quote: reason,
      }),
    ),
    ...issue.comments.map(
      ({ id, at, author, text }): LifeEntry => ({
        key: `comment ${id}`,
        at,
        who: author,
        what: 'wrote:',
        quote: text,
      }),
    ),
  ];
  return entries.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

function transitionEntry({ at, from, to, cause, detail: told }: Transition, index: number): LifeEntry {
  const detail = objectOf(told);
  const by = detail['by'];
  const key = `transition ${at} ${index}`;
  if (cause === 'person' && typeof by === 'string')
    return { key, at, who: by, what: to === 'open' ? 'reopened it.' : `made it ${to}.` };
  return { key, at, what: `${whatHappened({ from, to, detail })}${reasons[cause] ?? ''}.` };
}

/** Why, after what happened; where nothing more is to be said, nothing. */
const reasons: Readonly<Record<string, string>> = {
  config: '',
  related: ', because a related item changed',
  options: ', because the settings of its check changed',
  check: ', because its check changed',
  facts: ', because what is known of actions changed',
  world: ', because the known accounts changed',
  networks: ', because the list of allowed networks changed',
  'known-accounts': ", because the lists of providers' accounts changed",
  ignored: ', because the ignore list covers the item',
  due: ', because time passed',
  expiry: ', because its justification ended',
  deletion: ', because the item was deleted',
  frozen: ', because its account or region is switched off',
  thawed: ', because its account or region is back',
};

type Step = Pick<Transition, 'from' | 'to'> & { readonly detail: JsonObject };

function whatHappened({ from, to, detail }: Step): string {
  if (from === null) return 'opened';
  if (from === to) return changed(detail);
  if (to === 'open' && detail['added'] !== undefined && from === 'justified')
    return 'opened again: its evidence is wider than what was justified';
  if (to === 'open') return 'opened again';
  return to;
}

function changed(detail: JsonObject): string {
  const score = detail['score'];
  if (isStep(score)) return `scored ${score.to} instead of ${score.from}`;
  if (detail['added'] !== undefined) return 'found with more evidence';
  if (detail['removed'] !== undefined) return 'found with less evidence';
  return 'changed';
}

function isStep(value: unknown): value is { readonly from: number; readonly to: number } {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
}
