/** The rows of a summary: each item that changed or whose issues did, with a sentence for every change. */
import type { Mark, MessageRow, Text } from '@security-monkey/sdk';
import type { Composing } from './composing.ts';
import type { ItemChange, LoadChange } from './item-change.ts';
import type { Entry } from './summary-entries.ts';
import type { ToldIssue } from './told.ts';
import { count, linked, sentence, severityMark, severityWords, shortened } from './words.ts';

export type LoadedEntry = { readonly entry: Entry; readonly changes: readonly ItemChange[] };

const mostRevisions = 3;
const mostSentences = 3;
const mostIssues = 5;

/** The latest revisions of each entry, compared with what was before them. */
export async function loadEntries(
  entries: readonly Entry[],
  load: LoadChange,
): Promise<readonly LoadedEntry[]> {
  const loaded: LoadedEntry[] = [];
  for (const entry of entries) {
    const changes: ItemChange[] = [];
    for (const revision of entry.revisions.slice(-mostRevisions)) changes.push(await load(revision));
    loaded.push({ entry, changes });
  }
  return loaded;
}

export type RowOptions = {
  /** Whether the message is about several accounts. */
  readonly namesAccount: boolean;
  /** Whether the message has not named already who made all changes. */
  readonly namesActor: boolean;
};

export function rowOf(
  composing: Composing,
  { entry, changes }: LoadedEntry,
  { namesAccount, namesActor }: RowOptions,
): MessageRow {
  const { times, message } = composing;
  const earlier = entry.revisions.length - changes.length;
  const mark = markOf(entry);
  return {
    time: times.near(entry.at, message.created_at),
    title: entryTitle(composing, entry, namesAccount),
    lines: [
      ...(earlier > 0 ? [[`${count(earlier, 'earlier change')}.`]] : []),
      ...changes.flatMap((change) => changeLines(change, namesActor)),
      ...issueLines(composing, entry.issues),
    ],
    ...(mark === undefined ? {} : { mark }),
  };
}

/** Such as `customer-statements S3 bucket, eu-west-1`. */
export function entryTitle(
  { runtime, links }: Composing,
  { item, account, technology, region, name }: Omit<Entry, 'revisions' | 'issues' | 'worst' | 'at'>,
  namesAccount: boolean,
): Text {
  const noun = runtime.registry.watcher(technology)?.title.one ?? technology;
  const where = namesAccount ? `, ${account.name}` : '';
  return [linked(shortened(name), links.item(item), { isCode: true }), ` ${noun}, ${region}${where}`];
}

function markOf({ worst, issues }: Entry): Mark | undefined {
  if (worst >= 0) return severityMark(worst);
  return issues.length === 0 ? undefined : { kind: 'fixed', text: `${issues.length} fixed` };
}

function changeLines({ sentences, actor }: ItemChange, namesActor: boolean): readonly Text[] {
  const more = sentences.length - mostSentences;
  const shown = sentences.slice(0, mostSentences).map((text): Text => [shortened(text, 500)]);
  const [first = [], ...others] = more > 0 ? [...shown, [`And ${count(more, 'more change')}.`]] : shown;
  return [namesActor && actor !== undefined ? [{ strong: actor }, ': ', ...first] : first, ...others];
}

const openings = { opened: 'Opened', reopened: 'Opened again', fixed: 'Fixed' } as const;

function issueLines({ links }: Composing, issues: readonly ToldIssue[]): readonly Text[] {
  const more = issues.length - mostIssues;
  const lines = issues.slice(0, mostIssues).map((issue): Text => {
    const words = `${openings[issue.change]}, ${severityWords(issue.score)}: `;
    return [words, linked(sentence(shortened(issue.text, 300)), links.issue(issue))];
  });
  return more > 0 ? [...lines, [`And ${count(more, 'more issue')}.`]] : lines;
}
