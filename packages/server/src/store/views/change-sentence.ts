/** What a revision changed, in one sentence for a list. */
import type { Change, JsonValue } from '@security-monkey/sdk';
import type { RevisionKind } from '../schema.ts';

type Told = {
  readonly kind: Exclude<RevisionKind, 'rebaseline'>;
  readonly changes: readonly Change[];
  /** The kind of the revision before; null when there is none. */
  readonly previous: RevisionKind | null;
  /** Whether the item took the place of another of the same lineage. */
  readonly replaces: boolean;
};

const mostPaths = 3;
const longestValue = 60;

/** @example '/Versioning/Status changed from "Suspended" to "Enabled"' */
export function changeSentence({ kind, changes, previous, replaces }: Told): string {
  if (kind === 'deleted') return 'Deleted';
  if (previous === null) return replaces ? 'Created anew, in place of a deleted one' : 'Created';
  const told = changesTold(changes);
  if (previous === 'deleted') return changes.length === 0 ? 'Back, as before' : `Back; ${told}`;
  return told;
}

function changesTold(changes: readonly Change[]): string {
  const [only, ...others] = changes;
  if (only === undefined) return 'No difference in the config';
  if (others.length === 0) return oneChange(only);
  const paths = [...new Set(changes.map(({ path }) => pathText(path)))];
  const shown = paths.slice(0, mostPaths).join(', ');
  const rest = paths.length - mostPaths;
  return `${changes.length} changes: ${shown}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function oneChange(change: Change): string {
  const path = pathText(change.path);
  if (change.kind === 'added') return `${path} added${shortValue(': ', change.after)}`;
  if (change.kind === 'removed') return `${path} removed${shortValue(': ', change.before)}`;
  const from = shortValue(' from ', change.before);
  const to = shortValue(' to ', change.after);
  return from !== '' && to !== '' ? `${path} changed${from}${to}` : `${path} changed`;
}

function pathText(path: string): string {
  return path === '' ? '/' : path;
}

/** The value after a word, when it is short enough for a sentence. */
function shortValue(word: string, value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length <= longestValue ? `${word}${text}` : '';
}
