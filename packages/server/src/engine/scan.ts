/** Watch, record, audit: what the original called find_changes, for the accounts that were asked for. */
import type { Failure } from '@security-monkey/sdk';
import { listAccounts } from '../store/accounts.ts';
import type { Row } from '../store/schema.ts';
import { systemViewer } from '../store/viewer.ts';
import { auditPending } from './audit/audit-pending.ts';
import type { AuditSummary } from './audit/audit-summary.ts';
import { type CollectSummary, collectAccount } from './collect/collect-account.ts';
import type { ScopeOutcome, ScopeResult } from './collect/collect-scope.ts';
import { inParallel } from './collect/in-parallel.ts';
import type { ScopeFilter } from './collect/plan-scopes.ts';
import type { Runtime, ScopeName } from './runtime.ts';

export type ScanRequest = ScopeFilter & {
  /** Ids or names; all active accounts unless given. */
  readonly accounts?: readonly string[];
  readonly signal: AbortSignal;
};

export type ScanSummary = {
  readonly accounts: readonly string[];
  /** Of the accounts that were asked for, those that do not exist. */
  readonly unknownAccounts: readonly string[];
  readonly created: number;
  readonly changed: number;
  readonly deleted: number;
  /** Items kept although a complete listing lacked them: nothing has confirmed their end yet. */
  readonly held: number;
  /** Items that could not be described at all. */
  readonly failedItems: number;
  /** Items of which a part could not be read: its last value is kept. */
  readonly partialItems: number;
  /** Facts about accounts that could not be read: their last values are kept. */
  readonly unreadableFacts: readonly { readonly account: string; readonly failure: Failure }[];
  /** Accounts that were found in others for the first time, by identifier. */
  readonly discovered: readonly string[];
  /** Accounts in which not everything that lies in them could be found. */
  readonly failedDiscoveries: readonly { readonly account: string; readonly failure: Failure }[];
  readonly failedScopes: readonly (ScopeName & { readonly failure: Failure })[];
  /** Accounts that could not be connected to; their scopes are among the failed ones. */
  readonly failedAccounts: readonly { readonly account: string; readonly failure: Failure }[];
  /** Scopes that another run holds. */
  readonly skipped: readonly (ScopeName & { readonly heldBy: string })[];
  readonly frozen: readonly ScopeName[];
  /** Scopes that were not finished because the scan was stopped. */
  readonly aborted: readonly ScopeName[];
  /** Calls made, by operation. */
  readonly calls: Readonly<Record<string, number>>;
  readonly issuesOpened: number;
  readonly issuesReopened: number;
  readonly issuesFixed: number;
  readonly unknowns: number;
  /** Answers that failed by a defect of a check. */
  readonly failedChecks: number;
};

const accountsAtOnce = 4;

/** Rejects only when the database fails. */
export async function scan(runtime: Runtime, request: ScanRequest): Promise<ScanSummary> {
  const active = await listAccounts(runtime.db, systemViewer, { active: true });
  const asked = active.filter(({ id, name }) =>
    request.accounts === undefined ? true : request.accounts.some((one) => one === id || one === name),
  );
  const first = await collectAll(runtime, request, asked);
  const found = request.accounts === undefined ? await foundMeanwhile(runtime, asked) : [];
  const collected = [...first, ...(await collectAll(runtime, request, found))];
  const chosen = [...asked, ...found];
  const audit = await auditPending(runtime, {
    // Without a choice everything that waits: also what is known of accounts that were switched off since.
    ...(request.accounts === undefined ? {} : { accountIds: chosen.map(({ id }) => id) }),
    ...(request.technologies === undefined ? {} : { technologies: request.technologies }),
    signal: request.signal,
  });
  return {
    ...summarize(collected, audit),
    accounts: chosen.map(({ name }) => name),
    unknownAccounts: unknownAccounts(request, chosen),
  };
}

async function collectAll(
  runtime: Runtime,
  request: ScanRequest,
  accounts: readonly Row<'account'>[],
): Promise<readonly CollectSummary[]> {
  return await inParallel(accounts, accountsAtOnce, (account) =>
    collectAccount(runtime, { ...request, account }),
  );
}

/** Active accounts that were not there before: they lie in those that were just looked at. */
async function foundMeanwhile(
  { db }: Runtime,
  before: readonly Row<'account'>[],
): Promise<readonly Row<'account'>[]> {
  const known = new Set(before.map(({ id }) => id));
  const active = await listAccounts(db, systemViewer, { active: true });
  return active.filter(({ id, discovered_by: by }) => by !== null && !known.has(id));
}

function unknownAccounts(
  { accounts = [] }: ScanRequest,
  chosen: readonly Row<'account'>[],
): readonly string[] {
  const known = new Set(chosen.flatMap(({ id, name }) => [id, name]));
  return accounts.filter((asked) => !known.has(asked));
}

function summarize(
  collected: readonly CollectSummary[],
  audit: AuditSummary,
): Omit<ScanSummary, 'accounts' | 'unknownAccounts'> {
  const scopes = collected.flatMap((summary) => summary.scopes);
  const sum = (count: (scope: ScopeResult) => number): number =>
    scopes.reduce((total, scope) => total + count(scope), 0);
  const ended = (outcome: ScopeOutcome): readonly ScopeResult[] =>
    scopes.filter((scope) => scope.outcome === outcome);
  return {
    created: sum(({ created }) => created),
    changed: sum(({ changed }) => changed),
    deleted: sum(({ deleted }) => deleted),
    held: sum(({ held }) => held),
    failedItems: sum(({ failed }) => failed),
    partialItems: sum(({ partial }) => partial),
    unreadableFacts: collected.flatMap(({ account, unreadableFacts }) =>
      unreadableFacts.map((failure) => ({ account, failure })),
    ),
    discovered: collected.flatMap(({ discovery }) => discovery?.added ?? []),
    failedDiscoveries: collected.flatMap(({ account, discovery }) =>
      discovery?.failure === undefined ? [] : [{ account, failure: discovery.failure }],
    ),
    failedScopes: ended('failed').flatMap(({ scope, failure }) =>
      failure === undefined ? [] : [{ ...scope, failure }],
    ),
    failedAccounts: collected.flatMap(({ account, connectFailure: failure }) =>
      failure === undefined ? [] : [{ account, failure }],
    ),
    skipped: ended('skipped').map(({ scope, heldBy = 'another run' }) => ({ ...scope, heldBy })),
    frozen: ended('frozen').map(({ scope }) => scope),
    aborted: ended('aborted').map(({ scope }) => scope),
    calls: sumCalls(collected),
    issuesOpened: audit.opened,
    issuesReopened: audit.reopened,
    issuesFixed: audit.fixed,
    unknowns: audit.unknown,
    failedChecks: audit.failed,
  };
}

function sumCalls(collected: readonly CollectSummary[]): Readonly<Record<string, number>> {
  const calls: Record<string, number> = {};
  for (const summary of collected)
    for (const [operation, count] of Object.entries(summary.calls))
      calls[operation] = (calls[operation] ?? 0) + count;
  return calls;
}
