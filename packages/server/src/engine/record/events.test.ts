import { describe, expect, it } from 'vitest';
import { givenTime } from '../../store/testing/given.ts';
import { itemEvent } from './events.ts';

const account = {
  id: 'account-id',
  type: 'fake',
  identifier: 'a1',
  name: 'prod',
  fields: {},
  third_party: false,
  active: true,
  facts: null,
  notes: '',
  created_at: givenTime,
  enrolled_at: givenTime,
  scan_asked_at: null,
  discovered_by: null,
  left_out: null,
};
const item = { id: 'item-id', technology: 't', region: 'r', name: 'n', identity: 'i', lineage: 'l' };

describe('itemEvent', () => {
  it.each(['item.created', 'item.changed', 'item.deleted'] as const)(
    'gives %s the key of its revision, so that a second attempt is the same event',
    (kind) => {
      const revision = { id: 'revision-id', valid_from: givenTime, actor: null };
      const attempts = ['first-try', 'second-try'].map((id) =>
        itemEvent({ id, kind, account, item, revision }),
      );
      expect(attempts.map(({ key }) => key)).toEqual([`${kind}:revision-id`, `${kind}:revision-id`]);
    },
  );
});
