/** Subscriptions for tests: whole and valid, with whatever a test cares about given. */
import type { Row } from '../schema.ts';
import { givenId, givenTime } from './given.ts';

/** An immediate one of an address to everything. */
export function givenSubscription(overrides: Partial<Row<'subscription'>> = {}): Row<'subscription'> {
  return {
    id: givenId(),
    user_id: null,
    alerter: 'mail',
    address: 'mara@example.com',
    accounts: 'all',
    technologies: 'all',
    events: [
      'account.enrolled',
      'item.created',
      'item.changed',
      'item.deleted',
      'issue.opened',
      'issue.reopened',
      'issue.fixed',
      'scope.failed',
      'scope.recovered',
    ],
    min_score: 0,
    digest_at: null,
    time_zone: 'UTC',
    next_digest_at: null,
    created_at: givenTime,
    created_by: 'alice',
    ...overrides,
  };
}
