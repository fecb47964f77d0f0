/** The message of one issue: what is wrong, by whom, since when, the evidence, why it matters and what to do. */
import type { Block, Check, Text } from '@security-monkey/sdk';
import { eventsByIds } from '../../store/outbox.ts';
import { listUnknowns } from '../../store/views/list-unknowns.ts';
import type { Composed } from './compose-summary.ts';
import type { Composing } from './composing.ts';
import { coverageNote } from './coverage-note.ts';
import { valueLines } from './difference-lines.ts';
import { issueCause } from './issue-cause.ts';
import { createChangeLoader, type ItemChange, mostLines } from './item-change.ts';
import { moreLines } from './more-lines.ts';
import { type ToldIssue, type ToldItem, valuesOf } from './told.ts';
import { count, linked, sentence, severityMark, severityWords, shortened } from './words.ts';

export type OneIssue = {
  readonly issue: ToldIssue;
  /** What was changed of the same item in the same run. */
  readonly revisions: readonly ToldItem[];
};

const happened = { opened: 'Issue opened', reopened: 'Issue opened again', fixed: 'Issue fixed' } as const;

/** Without its end, which all messages share. */
export async function composeIssue(composing: Composing, { issue, revisions }: OneIssue): Promise<Composed> {
  const load = await createChangeLoader(composing);
  const last = revisions.at(-1);
  const change = last && (await load(last));
  const check = composing.runtime.registry.check(issue.check);
  const coverage = await coverageNote(composing, { accounts: [issue.account] });
  return {
    subject: `[${issue.account.name}] ${subjectWords(issue)}: ${shortened(issue.name)}: ${shortened(issue.text, 200)}`,
    thread: `issue-${issue.issue}`,
    blocks: [
      { kind: 'event', text: [`${happened[issue.change]} · ${composing.times.moment(issue.at)}`] },
      { kind: 'mark', mark: issue.change === 'fixed' ? fixedMark(issue) : severityMark(issue.score) },
      { kind: 'sentence', text: [{ code: shortened(issue.name) }, ': ', sentence(issue.text)] },
      { kind: 'paragraph', text: causeText(composing, issue, change) },
      factsBlock(composing, issue, check),
      ...(await evidenceBlocks(composing, issue)),
      ...adviceBlocks(issue, check),
      ...linkBlocks(composing, issue, last),
      ...(await unknownBlocks(composing, issue)),
      ...coverage.blocks,
    ],
  };
}

function subjectWords({ change, score }: ToldIssue): string {
  if (change === 'fixed') return `Fixed, was ${severityWords(score)}`;
  return change === 'reopened' ? `Again ${severityWords(score)}` : severityWords(score);
}

function fixedMark({ score }: ToldIssue) {
  return { kind: 'fixed', text: `Fixed, was ${severityWords(score)}` } as const;
}

/** By whom and how, as far as it is known. */
function causeText({ times, message }: Composing, issue: ToldIssue, change: ItemChange | undefined): Text {
  const cause = issueCause(issue);
  if (change === undefined) return [cause];
  const { actor, sentences, told } = change;
  const when = times.near(told.at, message.created_at);
  const [active, passive] = acts[told.change];
  const who: Text =
    actor === undefined
      ? [`${passive} at ${when}; by whom was not collected.`]
      : [{ strong: actor }, ` ${active} at ${when}.`];
  // That the configuration was changed is said once.
  const why = issue.cause === 'config' && issue.change !== 'reopened' ? [] : [`${cause} `];
  const what = told.change === 'changed' ? [` ${sentences.slice(0, 3).join(' ')}`] : [];
  return [...why, ...who, ...what];
}

const acts = {
  created: ['created it', 'It was created'],
  changed: ['changed the configuration', 'The configuration was changed'],
  deleted: ['deleted it', 'It was deleted'],
} as const;

function factsBlock(
  { runtime, links }: Composing,
  { item, name, technology, region, account, subject }: ToldIssue,
  check: Check | undefined,
): Block {
  const noun = runtime.registry.watcher(technology)?.title.one ?? technology;
  const subjectText = Object.entries(subject).flatMap(
    ([key, value], index): Text => [
      `${index === 0 ? '' : ', '}${key} `,
      { code: shortened(String(value), 200) },
    ],
  );
  return {
    kind: 'facts',
    facts: [
      { label: 'Item', text: [linked(shortened(name), links.item(item), { isCode: true }), `, ${noun}`] },
      { label: 'Account', text: [`${account.name} (`, { code: account.identifier }, `), ${region}`] },
      ...(subjectText.length === 0 ? [] : [{ label: 'Subject', text: subjectText }]),
      ...(check === undefined
        ? []
        : [{ label: 'Check', text: [`${check.title} (`, { code: check.id }, ')'] }]),
    ],
  };
}

/** What was found, or what is no more; of an issue that is wider than what was justified, what is new. */
async function evidenceBlocks(
  { runtime, viewer, links }: Composing,
  issue: ToldIssue,
): Promise<readonly Block[]> {
  const [event] = await eventsByIds(runtime.db, viewer, [issue.event]);
  const added = issue.change === 'reopened' ? valuesOf(issue.detail['added']) : [];
  const isFixed = issue.change === 'fixed';
  const title = added.length > 0 ? 'What is new' : isFixed ? 'What it rested on' : 'The evidence';
  const { lines, left } = valueLines(added.length > 0 ? added : valuesOf(event?.payload['evidence']), {
    sign: isFixed ? '-' : '+',
    most: mostLines,
  });
  if (lines.length === 0) return [];
  return [
    { kind: 'heading', text: [title] },
    { kind: 'difference', lines },
    ...moreLines(left, links.issue(issue)),
  ];
}

function adviceBlocks({ change }: ToldIssue, check: Check | undefined): readonly Block[] {
  if (check === undefined || change === 'fixed') return [];
  return [
    { kind: 'heading', text: ['Why it matters'] },
    { kind: 'paragraph', text: [check.why] },
    { kind: 'heading', text: ['To fix it'] },
    {
      kind: 'paragraph',
      text: [
        `${sentence(check.fix)} The issue is fixed by the next run that looks at it and does not find it.`,
      ],
    },
  ];
}

function linkBlocks(
  { links }: Composing,
  issue: ToldIssue,
  revision: ToldItem | undefined,
): readonly Block[] {
  const wanted = [
    { text: 'Open the issue', href: links.issue(issue) },
    ...(revision === undefined ? [] : [{ text: 'Show the change', href: links.revision(revision) }]),
    { text: 'Open issues of this account', href: links.openIssues(issue.account.name) },
  ];
  const there = wanted.flatMap(({ text, href }) => (href === undefined ? [] : [{ text, href }]));
  return there.length === 0 ? [] : [{ kind: 'links', links: there.slice(0, 3) }];
}

const mostUnknowns = 3;

/** Checks on the same item that could not be decided. */
async function unknownBlocks(
  { runtime, viewer, times, message }: Composing,
  { item }: ToldIssue,
): Promise<readonly Block[]> {
  const { rows, next } = await listUnknowns(runtime.db, viewer, { item, limit: mostUnknowns });
  if (rows.length === 0) return [];
  const number = next === null ? count(rows.length, 'more check') : 'More checks';
  const text = rows.flatMap(
    ({ check, since, permission, message: why }): Text => [
      ` Unknown since ${times.near(since, message.created_at)}: “${runtime.registry.check(check)?.title ?? check}”? ${sentence(why)}`,
      ...(permission === null ? [] : [' Missing permission ', { code: permission }, '.']),
    ],
  );
  const verb = rows.length === 1 && next === null ? 'is' : 'are';
  return [{ kind: 'unknown', text: [{ strong: `${number} on this item ${verb} undecided.` }, ...text] }];
}
