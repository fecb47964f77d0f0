/** Seeded bugs in what tells people: runs cut in two, mails lost, doubled, or shown to the wrong person. */
import type { Mutant } from './mutant.ts';

export const messageMutants: readonly Mutant[] = [
  {
    id: 'a-run-is-told-while-it-goes-on',
    law: 5,
    file: 'store/message-events.ts',
    find: 'select account_id from coverage where lease_until > ${now}',
    replace: 'select account_id from coverage where false and lease_until > ${now}',
    tests: ['packages/server/src/store/message-events.test.ts'],
  },
  {
    id: 'a-run-is-told-before-its-audit',
    law: 5,
    file: 'store/message-events.ts',
    find: 'union all select item.account_id from audit_queue join item on item.id = audit_queue.item_id))',
    replace: '))',
    tests: ['packages/server/src/store/message-events.test.ts'],
  },
  {
    id: 'a-mail-that-was-refused-counts-as-delivered',
    law: 5,
    file: 'engine/messages/deliver-messages.ts',
    find: 'return { outcome: { ...next, failure, subject }, result, isRefused: true };',
    replace:
      "return { outcome: { ...next, state: 'delivered', failure, subject }, result, isRefused: true };",
    tests: ['test/mail/delivery.test.ts'],
  },
  {
    id: 'each-attempt-is-another-mail',
    law: 5,
    file: 'engine/messages/compose-message.ts',
    find: 'key: message.id,',
    replace: 'key: `${message.id}-${Math.random()}`,',
    tests: ['test/mail/delivery.test.ts'],
  },
  {
    id: 'what-is-below-the-score-waits-for-ever',
    law: 5,
    file: 'store/message-events.ts',
    find: 'left_out = not verdict.told',
    replace: 'left_out = false',
    tests: ['packages/server/src/store/message-events.test.ts'],
  },
  {
    id: 'a-scope-that-failed-is-no-news-below-the-score',
    law: 1,
    file: 'store/message-events.ts',
    find: "or kind like 'scope.%'",
    replace: '',
    tests: ['packages/server/src/store/message-events.test.ts'],
  },
  {
    id: 'a-digest-comes-at-the-second-of-two-equal-times',
    law: 5,
    file: 'engine/messages/digest-time.ts',
    find: '[shown - Math.max(before, after), shown - Math.min(before, after)]',
    replace: '[shown - Math.min(before, after), shown - Math.max(before, after)]',
    tests: ['packages/server/src/engine/messages/digest-time.test.ts'],
  },
  {
    id: 'a-person-is-told-of-foreign-accounts',
    law: 9,
    file: 'engine/notify/wants-event.ts',
    find: "if (seen !== 'all' && !seen.includes(accountId)) return false;",
    replace: '',
    tests: ['packages/server/src/engine/notify/wants-event.test.ts'],
  },
  {
    id: 'a-person-is-told-what-they-may-see-no-more',
    law: 9,
    file: 'store/views/message-events.ts',
    find: "    .where(sees(viewer, 'outbox.account_id'))\n",
    replace: '',
    tests: ['test/mail/other-mails.test.ts'],
  },
];
