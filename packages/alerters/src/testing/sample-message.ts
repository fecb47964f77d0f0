/** A message that has every kind of block, for tests of what renders it. */
import type { Message } from '@security-monkey/sdk';

export const sampleMessage: Message = {
  key: '0192d3a0-0000-7000-8000-000000000001',
  thread: 'issue-0192d3a0-0000-7000-8000-00000000000a',
  subject: '[prod] Critical 10: ledger: Everyone may read it',
  at: '2026-11-20T17:43:09.000Z',
  blocks: [
    { kind: 'event', text: ['Issue opened · Fri 20 Nov 2026, 18:43'] },
    { kind: 'mark', mark: { kind: 'severity', severity: 'critical', score: 10 } },
    { kind: 'sentence', text: [{ code: 'ledger' }, ': Everyone may read it'] },
    { kind: 'paragraph', text: [{ strong: 'dana.okafor' }, ' changed the policy.'] },
    {
      kind: 'facts',
      facts: [
        {
          label: 'Item',
          text: [{ link: 'ledger', href: 'https://monkey.example.com/items/1', isCode: true }],
        },
        { label: 'Account', text: ['prod (', { code: '111122223333' }, ')'] },
      ],
    },
    { kind: 'heading', text: ['The evidence'] },
    {
      kind: 'difference',
      lines: [
        { sign: ' ', text: '/Policy/Statement/0' },
        { sign: '+', text: '  "Principal": "*"' },
        { sign: '-', text: '  "Principal": "me"' },
      ],
    },
    {
      kind: 'rows',
      rows: [
        {
          time: '18:42',
          title: [{ code: 'ledger' }],
          lines: [['This change lets anyone read it.']],
          mark: { kind: 'severity', severity: 'high', score: 7 },
        },
        {
          time: '18:40',
          title: [{ code: 'archive' }],
          lines: [],
          mark: { kind: 'fixed', text: '1 fixed' },
        },
      ],
    },
    {
      kind: 'links',
      links: [
        { text: 'Open the issue', href: 'https://monkey.example.com/issues/1?a=1&b=2' },
        { text: 'Show the change', href: 'https://monkey.example.com/items/1' },
      ],
    },
    {
      kind: 'unknown',
      text: [
        { strong: 'One scope could not be looked at.' },
        ' Missing permission ',
        { code: 's3:GetBucketLogging' },
        '.',
      ],
    },
    { kind: 'reason', lines: [['You get this because of ', { strong: 'prod' }, '.'], ['Times are in UTC.']] },
  ],
};
