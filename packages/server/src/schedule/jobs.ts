/** What the jobs do. */
import { auditPending } from '../engine/audit/audit-pending.ts';
import { collectAccount } from '../engine/collect/collect-account.ts';
import { deliverMessages } from '../engine/messages/deliver-messages.ts';
import { gatherMessages } from '../engine/messages/gather-messages.ts';
import { deliverPending } from '../engine/notify/deliver.ts';
import type { Runtime } from '../engine/runtime.ts';
import { loadSettings } from '../engine/settings/settings.ts';
import { sweep } from '../engine/sweep.ts';
import { findDueAccounts } from './due.ts';
import { planNextRun, type RunScope } from './plan-next-run.ts';

/** Collects what is due of one account, audits it, and writes when it is due again. What is not due any more is left alone. */
export async function runCollect(
  runtime: Runtime,
  { id: holder, accountId }: { readonly id: string; readonly accountId: string },
  signal: AbortSignal,
): Promise<void> {
  const settings = await loadSettings(runtime.db);
  const now = runtime.clock.now();
  const [due] = await findDueAccounts(runtime.db, { registry: runtime.registry, settings, now, accountId });
  if (due === undefined) return;
  runtime.log.info({ account: due.account.name, technologies: due.technologies.length }, 'collecting');
  const { scopes } = await collectAccount(runtime, {
    account: due.account,
    technologies: due.technologies,
    holder,
    signal,
  });
  signal.throwIfAborted();
  const plan = { settings, now: runtime.clock.now(), random: runtime.random };
  await planNextRun(runtime.db, { account: due.account, scopes }, plan);
  const audited = await auditPending(runtime, { accountIds: [accountId], signal });
  signal.throwIfAborted();
  runtime.log.info(
    { account: due.account.name, ...countOutcomes(scopes), ...audited },
    'collected and audited',
  );
}

function countOutcomes(scopes: readonly RunScope[]): Readonly<Record<string, number>> {
  const outcomes = Map.groupBy(scopes, ({ outcome }) => outcome);
  return Object.fromEntries([...outcomes].map(([outcome, ofIt]) => [outcome, ofIt.length]));
}

export async function runAudit(runtime: Runtime, signal: AbortSignal): Promise<void> {
  await auditPending(runtime, { signal });
}

export async function runSweep(runtime: Runtime, signal: AbortSignal): Promise<void> {
  const swept = await sweep(runtime, signal);
  if (swept > 0) runtime.log.info({ configs: swept }, 'configs that nothing refers to were removed');
}

export async function runDeliver(runtime: Runtime, signal: AbortSignal): Promise<void> {
  const events = await deliverPending(runtime, { signal });
  if (events.delivered + events.failed + events.dead > 0)
    runtime.log.info({ ...events }, 'events handed to the alerters');
  await gatherMessages(runtime);
  const messages = await deliverMessages(runtime, { signal });
  if (messages.delivered + messages.failed + messages.dead > 0)
    runtime.log.info({ ...messages }, 'messages handed to the alerters');
}
