/** The one message of a first scan: what there is, and what is worst about it. */
import type { Block, MessageRow, Text } from '@security-monkey/sdk';
import { severities } from '../../query/severity.ts';
import { type AccountIssues, accountIssues } from '../../store/views/account-issues.ts';
import { createRenderIssue } from '../render-issue.ts';
import type { Composed } from './compose-summary.ts';
import type { Composing } from './composing.ts';
import { coverageNote } from './coverage-note.ts';
import { totalOf } from './enrolment-news.ts';
import type { ToldEnrolment } from './told.ts';
import { count, linked, sentence, severityMark, shortened, thousands } from './words.ts';

const mostIssues = 5;
const mostTechnologies = 12;

/** Without its end, which all messages share. */
export async function composeEnrolment(composing: Composing, told: ToldEnrolment): Promise<Composed> {
  const { runtime, viewer, times } = composing;
  const { account, items, at } = told;
  const issues = await accountIssues(runtime.db, viewer, {
    accountId: account.id,
    limit: mostIssues,
    renderIssue: createRenderIssue(runtime.registry),
  });
  const coverage = await coverageNote(composing, { accounts: [account] });
  const found = count(totalOf(items), 'item');
  return {
    subject: `[${account.name}] First scan: ${found}, ${count(issues.total, 'open issue')}`,
    blocks: [
      { kind: 'event', text: [`First scan · ${times.moment(at)}`] },
      {
        kind: 'sentence',
        text: [
          { strong: account.name },
          ` is watched now: ${found} found, ${count(issues.total, 'issue')} open.`,
        ],
      },
      { kind: 'paragraph', text: ['From now on you are told of what changes.'] },
      factsBlock(composing, items, issues),
      ...worstBlocks(composing, issues),
      ...linkBlocks(composing, account.name),
      ...coverage.blocks,
    ],
  };
}

function factsBlock({ runtime }: Composing, items: ToldEnrolment['items'], issues: AccountIssues): Block {
  const sorted = Object.entries(items).toSorted(([, a], [, b]) => b - a);
  const technologies = sorted.slice(0, mostTechnologies).map(([id, number]) => {
    const title = runtime.registry.watcher(id)?.title;
    return count(number, title?.one ?? id, title?.many ?? id);
  });
  const more = sorted.length - technologies.length;
  const kinds = [...technologies, ...(more > 0 ? [`${more} more technologies`] : [])].join(', ');
  const bands = severities
    .filter(({ severity }) => issues.bySeverity[severity] > 0)
    .map(({ severity }) => `${thousands(issues.bySeverity[severity])} ${severity}`);
  return {
    kind: 'facts',
    facts: [
      { label: 'Found', text: [kinds || 'nothing'] },
      { label: 'Issues', text: [bands.join(', ') || 'none'] },
      ...(issues.unknowns > 0
        ? [{ label: 'Unknown', text: [`${count(issues.unknowns, 'check')} could not be decided`] }]
        : []),
    ],
  };
}

function worstBlocks({ links, runtime }: Composing, { worst, total }: AccountIssues): readonly Block[] {
  if (worst.length === 0) return [];
  const rows = worst.map((issue): MessageRow => {
    const noun = runtime.registry.watcher(issue.technology)?.title.one ?? issue.technology;
    const title: Text = [
      linked(shortened(issue.name), links.item(issue.item), { isCode: true }),
      ` ${noun}, ${issue.region}`,
    ];
    const line: Text = [
      linked(sentence(shortened(issue.text, 300)), links.issue({ item: issue.item, issue: issue.id })),
    ];
    return { title, lines: [line], mark: severityMark(issue.score) };
  });
  const title = total > worst.length ? `The worst ${worst.length}` : 'The issues';
  return [
    { kind: 'heading', text: [title] },
    { kind: 'rows', rows },
  ];
}

function linkBlocks({ links }: Composing, account: string): readonly Block[] {
  const href = links.openIssues(account);
  return href === undefined ? [] : [{ kind: 'links', links: [{ text: 'Open the issues', href }] }];
}
