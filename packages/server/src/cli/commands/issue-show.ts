/** `issue show`: one issue, why it matters, its evidence and its life. */
import type { Check, JsonObject } from '@security-monkey/sdk';
import { CodedError } from '../../errors/coded-error.ts';
import { createRenderIssue } from '../../front/issues/render-issue.ts';
import { systemViewer } from '../../store/viewer.ts';
import { getIssue, type IssueDetail } from '../../store/views/get-issue.ts';
import { defineCommand } from '../command.ts';
import { issueObject } from '../output/issue-shape.ts';
import { printLines } from '../output/print-lines.ts';
import { isoOrNull, showTime } from '../output/time.ts';

export const issueShow = defineCommand({
  name: 'issue show',
  description:
    'Shows one issue: what is wrong and why it matters, the offending values, what to do, justifications and history.',
  needs: 'runtime',
  arguments: { issue: { description: 'its id' } },
  options: {},
  run: async ({ runtime: { db }, registry, output }, { arguments: { issue: id } }) => {
    const issue = await getIssue(db, systemViewer, { id, renderIssue: createRenderIssue(registry) });
    if (issue === undefined) throw new CodedError('issue_unknown', { issue: id });
    await output.object(detailObject(issue));
    await printLines(output, detailLines(issue, registry.check(issue.check)));
    return 0;
  },
});

function detailObject({
  changedAt,
  fixedAt,
  transitions,
  justifications,
  comments,
  details,
  ...row
}: IssueDetail): JsonObject {
  return {
    ...issueObject(row),
    details,
    changedAt: changedAt.toISOString(),
    fixedAt: isoOrNull(fixedAt),
    transitions: transitions.map((transition) => ({ ...transition, at: transition.at.toISOString() })),
    justifications: justifications.map((justification) => ({
      ...justification,
      createdAt: justification.createdAt.toISOString(),
      until: isoOrNull(justification.until),
      endedAt: isoOrNull(justification.endedAt),
    })),
    comments: comments.map((comment) => ({ ...comment, at: comment.at.toISOString() })),
  };
}

function detailLines(issue: IssueDetail, check: Check | undefined): readonly (string | undefined)[] {
  return [
    `${issue.text}  (score ${issue.score}, ${issue.status})`,
    `on          ${issue.name} (${issue.technology} in ${issue.account} ${issue.region}) ${issue.providerName}`,
    `check       ${issue.check}`,
    `opened      ${showTime(issue.openedAt)}${issue.mayBeOlder ? ' (or before: nobody saw it become so)' : ''}`,
    issue.fixedAt === null ? undefined : `fixed       ${showTime(issue.fixedAt)}`,
    issue.unverifiedSince === null
      ? undefined
      : `unverified since ${showTime(issue.unverifiedSince)}: what it rests on could not be read`,
    ...(check === undefined ? [] : [`why         ${check.why}`, `what to do  ${check.fix}`]),
    'evidence',
    ...issue.evidence.map(({ path, value }) => `  ${path}: ${JSON.stringify(value)}`),
    ...issue.justifications.map((one) => {
      const until = one.until === null ? '' : ` until ${showTime(one.until)}`;
      const end = one.endedAt === null ? '' : ` (ended ${showTime(one.endedAt)}: ${one.endedBecause})`;
      return `justified by ${one.author} on ${showTime(one.createdAt)}${until}: ${one.reason}${end}`;
    }),
    ...issue.comments.map((one) => `comment by ${one.author} on ${showTime(one.at)}: ${one.text}`),
    'history',
    ...issue.transitions.map(
      (one) => `  ${showTime(one.at)} ${one.from ?? 'new'} → ${one.to} (${one.cause})`,
    ),
  ];
}
