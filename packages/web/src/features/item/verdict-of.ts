/** What the page of an item says first: the one thing that a person should know of it now. */
import type { Severity } from '../../words/severity.ts';
import { severityOf } from '../../words/severity.ts';
import type { Item } from './item-queries.ts';

export type ItemVerdict =
  | { readonly kind: 'deleted'; readonly at: string | null }
  | { readonly kind: 'frozen' }
  /** The worst open issue. */
  | {
      readonly kind: 'issue';
      readonly severity: Severity;
      readonly text: string;
      readonly openedAt: string;
      readonly mayBeOlder: boolean;
      readonly others: number;
    }
  | { readonly kind: 'unknown'; readonly count: number }
  /** Nothing has been judged yet, or nothing may be. */
  | { readonly kind: 'unjudged'; readonly ignoredBy: string | undefined }
  | { readonly kind: 'fine'; readonly passed: number; readonly justified: number };

type Judged = Pick<
  Item,
  'status' | 'deletedAt' | 'issues' | 'undecided' | 'passed' | 'auditedAt' | 'ignoredBy'
>;

export function verdictOf(item: Judged): ItemVerdict {
  if (item.status === 'deleted') return { kind: 'deleted', at: item.deletedAt };
  if (item.status === 'frozen') return { kind: 'frozen' };
  if (item.ignoredBy !== undefined) return { kind: 'unjudged', ignoredBy: item.ignoredBy };
  const open = openIssues(item);
  const [worst] = open;
  if (worst !== undefined)
    return {
      kind: 'issue',
      severity: severityOf(worst.score),
      text: worst.text,
      openedAt: worst.openedAt,
      mayBeOlder: worst.mayBeOlder,
      others: open.length - 1,
    };
  if (item.undecided.length > 0) return { kind: 'unknown', count: item.undecided.length };
  if (item.auditedAt === null) return { kind: 'unjudged', ignoredBy: undefined };
  const justified = item.issues.filter(({ status }) => status === 'justified').length;
  return { kind: 'fine', passed: item.passed.length, justified };
}

/** The worst first; of equal ones, the one that is open for longest. */
export function openIssues({ issues }: Pick<Item, 'issues'>): Item['issues'] {
  return issues
    .filter(({ status }) => status === 'open')
    .toSorted(
      (one, other) => other.score - one.score || Date.parse(one.openedAt) - Date.parse(other.openedAt),
    );
}
