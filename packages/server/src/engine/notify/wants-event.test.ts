/** Which events a subscription is about. */
import type { EventKind } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import type { Row } from '../../store/schema.ts';
import { givenSubscription } from '../../store/testing/given-subscription.ts';
import { systemViewer, type Viewer } from '../../store/viewer.ts';
import { wantsEvent } from './wants-event.ts';

const account = { id: 'id-1', type: 'aws', identifier: '111122223333', name: 'payments-prod' };

function wants(
  subscription: Partial<Row<'subscription'>>,
  {
    kind = 'issue.opened',
    accountId = 'id-1',
    viewer = systemViewer,
    technology = 'aws.s3-bucket',
  }: {
    readonly kind?: EventKind;
    readonly accountId?: string | null;
    readonly viewer?: Viewer;
    readonly technology?: string | undefined;
  } = {},
): boolean {
  const payload = { account, ...(kind === 'account.enrolled' ? {} : { technology }) };
  return wantsEvent({ subscription: givenSubscription(subscription), viewer }, { kind, accountId, payload });
}

const seeing = (accounts: 'all' | readonly string[]): Viewer => ({ kind: 'person', userId: 'u', accounts });

it.each<readonly [string, boolean, boolean]>([
  ['everything', wants({}), true],
  ['its account by identifier', wants({ accounts: ['aws:111122223333'] }), true],
  ['its account by a pattern of its name', wants({ accounts: ['other', 'pay*'] }), true],
  ['another account', wants({ accounts: ['aws:444455556666'] }), false],
  ['no account at all', wants({ accounts: [] }), false],
  ['its technology', wants({ technologies: ['aws.s3-bucket'] }), true],
  ['another technology', wants({ technologies: ['aws.iam-user'] }), false],
  [
    'the enrolment of an account, whatever the technology',
    wants({ technologies: ['x'] }, { kind: 'account.enrolled' }),
    true,
  ],
  [
    'an account that cannot be connected to, whatever the technology',
    wants({ technologies: ['x'] }, { kind: 'scope.failed', technology: '*' }),
    true,
  ],
  ['its kind', wants({ events: ['issue.opened'] }), true],
  ['another kind', wants({ events: ['issue.fixed'] }), false],
  ['what is about no account', wants({}, { accountId: null }), false],
  ['an account that its owner may see', wants({}, { viewer: seeing(['id-1']) }), true],
  ['an account that its owner may not see', wants({}, { viewer: seeing(['id-2']) }), false],
  ['anything, by an owner who may see all', wants({}, { viewer: seeing('all') }), true],
])('%s', (_, wanted, expected) => {
  expect(wanted).toBe(expected);
});
