/** Tells that a scope began to fail, or works again: once each, not at every run. */
import type { Failure } from '@security-monkey/sdk';
import type { Run } from '../../store/coverage.ts';
import type { Row } from '../../store/schema.ts';
import type { NewEvent } from '../notify/new-event.ts';
import { accountPayload } from './events.ts';

/** The event of a settled scope; none while nothing changed, nor before the account is enrolled. */
export function scopeEvents(settled: {
  readonly id: string;
  readonly account: Row<'account'>;
  readonly run: Run;
  readonly before: Row<'coverage'>;
  readonly failure: Failure | undefined;
  readonly now: Date;
}): readonly NewEvent[] {
  const { id, account, run, before, failure, now } = settled;
  // Without a beginning it failed only because its account did, which has been told.
  const wasFailing = before.state === 'failed' && before.failing_since !== null;
  if (account.enrolled_at === null || wasFailing === (failure !== undefined)) return [];
  const kind = failure === undefined ? 'scope.recovered' : 'scope.failed';
  const { technology, region } = run.scope;
  const payload = {
    account: accountPayload(account),
    technology,
    region,
    since: (before.failing_since ?? now).toISOString(),
    ...(failure === undefined ? {} : { failure: { ...failure } }),
  };
  const key = [kind, account.id, technology, region, run.epoch].join(':');
  return [{ id, key, kind, at: now, accountId: account.id, payload }];
}
