/** The message of a run or of a day: what changed, item by item, what it opened and fixed, and what could not be looked at. */
import type { Block, Text } from '@security-monkey/sdk';
import { checkNotes } from './check-notes.ts';
import type { Composing } from './composing.ts';
import { coverageNote } from './coverage-note.ts';
import { enrolmentNews } from './enrolment-news.ts';
import { createChangeLoader } from './item-change.ts';
import { moreLines } from './more-lines.ts';
import { subscribedAccounts } from './reason.ts';
import { scopeNews } from './scope-news.ts';
import { type Entry, entriesOf } from './summary-entries.ts';
import { type Figures, figuresOf, type Split, splitByScore } from './summary-figures.ts';
import { entryTitle, type LoadedEntry, loadEntries, rowOf } from './summary-rows.ts';
import { accountsOf, type Told } from './told.ts';
import { count, joined, listed, thousands } from './words.ts';

export type Composed = {
  readonly subject: string;
  readonly thread?: string;
  readonly blocks: readonly Block[];
};

export type Summary = {
  readonly told: Told;
  readonly span: { readonly from: Date; readonly to: Date };
  readonly kind: 'run' | 'digest';
};

const mostRows = 25;
const mostDifferences = 5;

/** Without its end, which all messages share. */
export async function composeSummary(composing: Composing, summary: Summary): Promise<Composed> {
  const { told, span, kind } = summary;
  const issues = splitByScore(told.issues, composing.subscription.min_score);
  const shown: Told = { ...told, issues: issues.told };
  const entries = entriesOf(told.items, issues.told);
  const loaded = await loadEntries(entries.slice(0, mostRows), await createChangeLoader(composing));
  const figures = figuresOf(shown);
  const accounts = accountsOf(told);
  const coverage = await coverageNote(composing, {
    accounts: kind === 'digest' ? await subscribedAccounts(composing) : accounts,
    told: told.scopes,
  });
  const actor = onlyActor(loaded, entries);
  const title = kind === 'digest' ? 'Daily digest' : 'Changes';
  return {
    subject: subjectOf(composing, { figures, accounts, kind, missing: coverage.figures.missing }),
    blocks: [
      { kind: 'event', text: [`${title} · ${composing.times.span(span.from, span.to)}`] },
      { kind: 'sentence', text: sentenceOf({ figures, accounts: accountsOf(changesOf(shown)), actor }) },
      ...actorNote(loaded, actor),
      ...enrolmentNews(composing, told.enrolled),
      ...rowBlocks(composing, { loaded, entries, actor, isDigest: kind === 'digest' }),
      ...belowNote(issues, composing.subscription.min_score),
      ...(kind === 'run' ? differenceBlocks(composing, loaded) : []),
      ...checkNotes(composing.runtime.registry, issues.told),
      ...linkBlocks(composing, { summary, figures, accounts }),
      ...scopeNews(composing, told.scopes),
      ...coverage.blocks,
    ],
  };
}

type Subject = {
  readonly figures: Figures;
  readonly accounts: readonly { readonly name: string }[];
  readonly kind: Summary['kind'];
  readonly missing: number;
};

function subjectOf({ times, message }: Composing, { figures, accounts, kind, missing }: Subject): string {
  const { items, issues, scopes } = figures;
  if (kind === 'run') return `[${accounts[0]?.name ?? ''}] ${[...items, ...issues, ...scopes].join(', ')}`;
  const unseen = missing > 0 ? [`${count(missing, 'scope')} not looked at`] : [];
  const parts = [...issues, ...items, ...unseen];
  return `[Security Monkey] ${times.day(message.created_at)}: ${parts.join(', ') || 'news'}`;
}

/** Scopes have sentences of their own. */
function changesOf(told: Told): Told {
  return { ...told, scopes: [], enrolled: [] };
}

type Sentence = Pick<Subject, 'figures' | 'accounts'> & { readonly actor: string | undefined };

/** Who did it comes first, where one did everything. */
function sentenceOf({ figures: { items, deeds, issues, scopes }, accounts, actor }: Sentence): Text {
  const [only, ...others] = accounts;
  const where: Text =
    only !== undefined && others.length === 0
      ? [' in ', { strong: only.name }]
      : [` in ${count(accounts.length, 'account')}`];
  const changes: Text = actor === undefined ? [items.join(', ')] : [{ strong: actor }, ` ${listed(deeds)}`];
  const parts: readonly Text[] = [
    ...(items.length > 0 ? [[...changes, ...where, '.']] : []),
    ...(issues.length > 0 ? [[issues.join(', '), ...(items.length > 0 ? [] : where), '.']] : []),
    ...(scopes.length > 0 ? [[`${scopes.join(', ')}.`]] : []),
  ];
  return parts.length === 0 ? ['Accounts are watched now.'] : joined(parts, ' ');
}

/** Who made every change, when that is known of all of them. */
function onlyActor(loaded: readonly LoadedEntry[], entries: readonly Entry[]): string | undefined {
  const actors = new Set(loaded.flatMap(({ changes }) => changes.map(({ actor }) => actor)));
  const [only] = actors;
  return actors.size === 1 && loaded.length === entries.length ? only : undefined;
}

function actorNote(loaded: readonly LoadedEntry[], actor: string | undefined): readonly Block[] {
  const actors = loaded.flatMap(({ changes }) => changes.map((change) => change.actor));
  if (actor !== undefined || actors.length === 0) return [];
  const unknown = actors.filter((one) => one === undefined).length;
  if (unknown === 0) return [];
  const who =
    unknown === actors.length ? 'Who made the changes' : `Who made ${thousands(unknown)} of the changes`;
  return [{ kind: 'paragraph', text: [`${who} was not collected.`] }];
}

type Rows = {
  readonly loaded: readonly LoadedEntry[];
  readonly entries: readonly Entry[];
  readonly actor: string | undefined;
  readonly isDigest: boolean;
};

function rowBlocks(composing: Composing, { loaded, entries, actor, isDigest }: Rows): readonly Block[] {
  if (loaded.length === 0) return [];
  const options = { namesAccount: isDigest, namesActor: actor === undefined };
  const rows: Block = { kind: 'rows', rows: loaded.map((one) => rowOf(composing, one, options)) };
  const left = entries.length - loaded.length;
  if (left === 0) return [rows];
  return [
    rows,
    {
      kind: 'paragraph',
      text: [
        `${count(left, 'more item')} with less grave changes ${left === 1 ? 'is' : 'are'} not listed here.`,
      ],
    },
  ];
}

function belowNote({ below }: Split, score: number): readonly Block[] {
  if (below === 0) return [];
  return [
    {
      kind: 'paragraph',
      text: [`${count(below, 'issue')} below score ${score} ${below === 1 ? 'is' : 'are'} not shown here.`],
    },
  ];
}

/** Only of changes that opened or fixed an issue; the others are counted. */
function differenceBlocks(composing: Composing, loaded: readonly LoadedEntry[]): readonly Block[] {
  const all = loaded.flatMap(({ entry, changes }) =>
    changes.flatMap(({ difference, told }) => (difference ? [{ entry, told, difference }] : [])),
  );
  const shown = all.filter(({ entry }) => entry.issues.length > 0).slice(0, mostDifferences);
  const left = all.length - shown.length;
  return [
    ...shown.flatMap(({ entry, told, difference }): readonly Block[] => [
      { kind: 'heading', text: entryTitle(composing, entry, false) },
      { kind: 'difference', lines: difference.lines },
      ...moreLines(difference.left, composing.links.revision(told)),
    ]),
    ...(left > 0 && shown.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: [`The differences of ${count(left, 'other change')} are not shown here.`],
          },
        ]
      : []),
  ];
}

type LinkTo = {
  readonly summary: Summary;
  readonly figures: Figures;
  readonly accounts: Subject['accounts'];
};

function linkBlocks({ links }: Composing, { summary, figures, accounts }: LinkTo): readonly Block[] {
  const account = summary.kind === 'run' ? accounts[0]?.name : undefined;
  const { from } = summary.span;
  const opened = summary.told.issues.filter(({ change }) => change === 'opened').length;
  const changes = { text: 'Open these changes', href: links.itemsChanged(from, account) };
  const issues = { text: `Open ${count(opened, 'new issue')}`, href: links.issuesOpened(from, account) };
  const wanted = [...(figures.items.length > 0 ? [changes] : []), ...(opened > 0 ? [issues] : [])];
  const there = wanted.flatMap(({ text, href }) => (href === undefined ? [] : [{ text, href }]));
  return there.length === 0 ? [] : [{ kind: 'links', links: there }];
}
