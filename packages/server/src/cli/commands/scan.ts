/** `scan`: watch, record and audit now; the original's find_changes. */
import type { JsonObject } from '@security-monkey/sdk';
import { type ScanSummary, scan } from '../../engine/scan.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { discoveryLine, failureLine } from '../../errors/failure-hint.ts';
import { requireTechnologies } from '../../front/require-technology.ts';
import { listScopes } from '../../store/coverage.ts';
import type { Database } from '../../store/database/database.ts';
import { systemViewer } from '../../store/viewer.ts';
import { defineCommand } from '../command.ts';
import { exitCodeOf } from '../exit-code-of.ts';
import { counted } from '../output/count-line.ts';
import { printLines } from '../output/print-lines.ts';
import { requireAccount } from '../resolve/require-account.ts';

export const scanCommand = defineCommand({
  name: 'scan',
  description:
    'Lists and describes everything now, records what changed and audits it. All active accounts, technologies and regions unless some are named. Exit code 1 when something could not be looked at; Ctrl-C stops at a consistent point.',
  needs: 'runtime',
  arguments: {},
  options: {
    account: { value: 'ACCOUNT', description: 'only this account (repeatable)', repeat: true },
    technology: { value: 'ID', description: 'only this technology (repeatable)', repeat: true },
    region: {
      value: 'REGION',
      description: 'only this region, or global for what spans regions (repeatable)',
      repeat: true,
    },
  },
  examples: [
    'scan',
    'scan --account prod --technology aws.s3-bucket',
    'scan --region us-east-1 --region global',
  ],
  run: async ({ runtime, registry, output, signal }, { options }) => {
    requireTechnologies(registry, options.technology);
    const accounts = await Promise.all(options.account.map((text) => requireAccount(runtime.db, text)));
    const inactive = accounts.find(({ active }) => !active);
    if (inactive !== undefined) throw new CodedError('account_inactive', { account: inactive.name });
    const summary = await scan(runtime, {
      ...(accounts.length === 0 ? {} : { accounts: accounts.map(({ id }) => id) }),
      ...(options.technology.length === 0 ? {} : { technologies: options.technology }),
      ...(options.region.length === 0 ? {} : { regions: options.region }),
      signal,
    });
    signal.throwIfAborted();
    if (summary.accounts.length === 0) throw new CodedError('accounts_none');
    await refuseUnknownRegions(runtime.db, summary, options.region);
    await output.object(summaryObject(summary));
    await printLines(output, summaryLines(summary));
    for (const line of problemLines(summary)) output.problem(line);
    return isComplete(summary) ? exitCodeOf(registry) : 1;
  },
});

/** A region that no account has is a slip of the pen. */
async function refuseUnknownRegions(
  db: Database,
  { failedScopes, accounts }: ScanSummary,
  regions: readonly string[],
): Promise<void> {
  const unknown = regions.find(
    (region) =>
      failedScopes.filter((scope) => scope.technology === '*' && scope.region === region).length ===
      accounts.length,
  );
  if (unknown === undefined) return;
  const rows = await listScopes(db, systemViewer);
  const known = [...new Set(rows.map(({ region }) => region))]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(', ');
  throw new CodedError('region_unknown', { region: unknown, known });
}

function isComplete(summary: ScanSummary): boolean {
  const { failedScopes, failedAccounts, failedItems, partialItems, failedChecks } = summary;
  const { unreadableFacts, failedDiscoveries, skipped, aborted } = summary;
  return (
    failedScopes.length +
      failedDiscoveries.length +
      failedAccounts.length +
      unreadableFacts.length +
      failedItems +
      partialItems +
      failedChecks +
      skipped.length +
      aborted.length ===
    0
  );
}

function summaryObject({
  failedScopes,
  failedAccounts,
  unreadableFacts,
  failedDiscoveries,
  skipped,
  frozen,
  aborted,
  ...counts
}: ScanSummary): JsonObject {
  return {
    ...counts,
    failedScopes: failedScopes.map(({ failure, ...scope }) => ({ ...scope, failure: { ...failure } })),
    failedAccounts: failedAccounts.map(({ failure, account }) => ({ account, failure: { ...failure } })),
    failedDiscoveries: failedDiscoveries.map(({ failure, account }) => ({
      account,
      failure: { ...failure },
    })),
    unreadableFacts: unreadableFacts.map(({ failure, account }) => ({ account, failure: { ...failure } })),
    skipped: skipped.map((scope) => ({ ...scope })),
    frozen: frozen.map((scope) => ({ ...scope })),
    aborted: aborted.map((scope) => ({ ...scope })),
  };
}

function summaryLines(summary: ScanSummary): readonly (string | undefined)[] {
  const { created, changed, deleted, held, frozen, skipped, unknowns } = summary;
  return [
    `Scanned ${summary.accounts.join(', ')}.`,
    summary.discovered.length === 0
      ? undefined
      : `found   ${counted(summary.discovered.length, 'account')} that are watched from now on`,
    `items   ${created} created, ${changed} changed, ${deleted} deleted`,
    `issues  ${summary.issuesOpened} opened, ${summary.issuesReopened} reopened, ${summary.issuesFixed} fixed; ${counted(unknowns, 'answer')} unknown`,
    held === 0
      ? undefined
      : `held    ${counted(held, 'item')} missing from a listing and kept until that is confirmed`,
    frozen.length === 0
      ? undefined
      : `frozen  ${counted(frozen.length, 'scope')} in regions or services that are switched off`,
    skipped.length === 0
      ? undefined
      : `skipped ${counted(skipped.length, 'scope')} that another run is looking at`,
  ];
}

const shown = 10;

/** An account that cannot be connected to is one line, not one for each of its scopes. */
function problemLines(summary: ScanSummary): readonly string[] {
  const { failedScopes, failedAccounts, failedItems, partialItems, failedChecks } = summary;
  const dead = new Set(failedAccounts.map(({ account }) => account));
  const accounts = failedAccounts.map(
    ({ account, failure }) => `${account} cannot be watched: ${failureLine(failure)}`,
  );
  const scopes = failedScopes
    .filter(({ account }) => !dead.has(account))
    .map(
      ({ account, technology, region, failure }) =>
        `${account} ${technology} ${region} could not be looked at: ${failureLine(failure)}`,
    );
  return [
    ...accounts,
    ...scopes.slice(0, shown),
    ...(scopes.length > shown
      ? [
          `… and ${counted(scopes.length - shown, 'more scope')}; security-monkey coverage --failed lists them.`,
        ]
      : []),
    ...summary.failedDiscoveries.map(({ account, failure }) => discoveryLine(account, failure)),
    ...summary.unreadableFacts.map(
      ({ account, failure }) =>
        `${account} could not be asked everything about itself: ${failureLine(failure)}`,
    ),
    ...(failedItems === 0
      ? []
      : [`${counted(failedItems, 'item')} could not be described; security-monkey doctor tells why.`]),
    ...(partialItems === 0
      ? []
      : [`${counted(partialItems, 'item')} could not be read whole; security-monkey doctor tells why.`]),
    ...(failedChecks === 0
      ? []
      : [
          `${counted(failedChecks, 'answer')} failed by a defect of a check; security-monkey doctor tells which.`,
        ]),
  ];
}
