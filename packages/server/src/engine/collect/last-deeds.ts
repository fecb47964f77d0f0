/** Asks the provider's audit log who changed what: for revisions only, and never at the cost of what was seen. */
import { type Deed, type Failure, isOperationError } from '@security-monkey/sdk';
import { listScopes } from '../../store/coverage.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { AskDeeds, Changed } from '../record/scope-record.ts';
import type { Runtime } from '../runtime.ts';
import { createActivity } from './activity.ts';
import { inParallel } from './in-parallel.ts';
import { createSender, type Line } from './sender.ts';

/** What an account's run remembers of its questions. */
export type DeedLog = {
  /** Why the log could not be read: after that nobody asks it again in this run. */
  failure?: Failure;
};

export type DeedsOptions = {
  readonly line: Line;
  readonly scope: { readonly accountId: string; readonly technology: string; readonly region: string };
  readonly log: DeedLog;
  readonly signal: AbortSignal;
};

const askedAtOnce = 8;

/** Undefined where the account type knows no log. Of a scope that was never looked at before nothing is asked: all of it is new. */
export function createLastDeeds(runtime: Runtime, options: DeedsOptions): AskDeeds | undefined {
  const { lastDeed } = options.line.accountType;
  if (lastDeed === undefined) return undefined;
  const looked = once(() => lastLook(runtime, options.scope));
  const ask = async ({ item, seenAt }: Changed, after: Date): Promise<Deed | undefined> => {
    if (options.log.failure !== undefined) return undefined;
    const activity = createActivity(runtime.clock);
    try {
      const { technology, region, name, identity, lineage } = item;
      const question = {
        send: senderFor(options, region),
        item: { technology, region, name, identity, lineage },
        after,
        until: seenAt,
      };
      const deed = await activity.watch('Asking the audit log', () =>
        activity.during(() => lastDeed(question)),
      );
      return deed !== undefined && deed.at > after && deed.at <= seenAt ? deed : undefined;
    } catch (error) {
      // What failed because the run was stopped has not failed.
      if (!options.signal.aborted) options.log.failure = failureOf(error);
      return undefined;
    }
  };
  return async (changed) => {
    const after = changed.length === 0 ? null : await looked();
    if (after === null) return changed.map(() => undefined);
    return await inParallel(changed, askedAtOnce, (one) => ask(one, after));
  };
}

function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  const state: { loading?: Promise<Value> } = {};
  return () => (state.loading ??= load());
}

async function lastLook({ db }: Runtime, scope: DeedsOptions['scope']): Promise<Date | null> {
  const { accountId, technology, region } = scope;
  const chosen = { accountIds: [accountId], technologies: [technology], regions: [region] };
  const [row] = await listScopes(db, systemViewer, chosen);
  return row?.last_complete_at ?? null;
}

function senderFor({ line, scope, signal }: DeedsOptions, region: string) {
  return createSender(line, {
    region,
    priority: 'describe',
    flow: `deeds ${scope.technology} ${scope.region}`,
    permissions: line.accountType.permissions,
    signal,
  });
}

/** Only the kind of any other error is told: its message may repeat what the provider answered. */
function failureOf(error: unknown): Failure {
  if (isOperationError(error)) return error.failure;
  const kind = error instanceof Error ? error.name : typeof error;
  return { class: 'defect', message: `The audit log could not be read: ${kind}.` };
}
