/** Both mails in a browser, light and dark, wide and narrow; SECURITY_MONKEY_TEST_PICTURES names a directory that keeps the pictures. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../packages/alerters/src/mail/render-html.ts';
import { subscribe } from '../../packages/server/src/engine/messages/subscribe.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { hasBrowser, type Look, lookAt } from './browser.ts';
import { changeEverything, createPayments, openStatements } from './payments.ts';
import { tell } from './tell.ts';

const database = useTestDatabase();
const directory = process.env['SECURITY_MONKEY_TEST_PICTURES'];

const looks: readonly Look[] = [
  { width: 720, scheme: 'light' },
  { width: 720, scheme: 'dark' },
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
];

const colours = {
  light: { ground: 'rgb(255, 255, 255)', text: 'rgb(27, 32, 37)' },
  dark: { ground: 'rgb(22, 27, 30)', text: 'rgb(232, 234, 231)' },
};

async function mailOf(kind: 'change' | 'issue'): Promise<Message | undefined> {
  const payments = await createPayments(database(), { isBlocked: kind === 'change' });
  await subscribe(payments.runtime, 'alice', {
    alerter: 'mail',
    address: 'payments-oncall@example.com',
    accounts: ['payments-prod'],
    technologies: [],
    events: [],
    minScore: 1,
    digestAt: undefined,
    timeZone: 'Europe/Berlin',
    userId: undefined,
  });
  if (kind === 'change') await changeEverything(payments);
  else await openStatements(payments, { keepBlock: true });
  await payments.audit('2026-11-20T17:52:30.000Z');
  payments.clock.advance(60_000);
  const [message] = await tell(payments.runtime);
  return message;
}

describe.skipIf(!hasBrowser)('in a browser', () => {
  it.each(['change', 'issue'] as const)('the %s mail fits and has its colours', async (kind) => {
    const message = await mailOf(kind);
    const html = message === undefined ? '' : renderHtml(message);
    for (const look of looks) {
      const { picture, height, ...seen } = lookAt(html, look);
      expect(seen).toEqual({ overflow: 0, ...colours[look.scheme] });
      expect(height).toBeGreaterThan(600);
      if (directory !== undefined)
        writeFileSync(join(directory, `mail-${kind}-${look.width}-${look.scheme}.png`), picture);
    }
  });

  it('a name that cannot be broken does not make a mail wider than the screen', async () => {
    const name = 'x'.repeat(300);
    const html = renderHtml({
      key: 'k',
      subject: name,
      at: '2026-01-01T00:00:00.000Z',
      blocks: [
        { kind: 'sentence', text: [{ code: name }] },
        { kind: 'facts', facts: [{ label: 'Item', text: [{ code: name }] }] },
        {
          kind: 'rows',
          rows: [
            {
              time: '18:42',
              title: [{ code: name }],
              lines: [[name]],
              mark: { kind: 'fixed', text: '1 fixed' },
            },
          ],
        },
        { kind: 'difference', lines: [{ sign: '+', text: name }] },
        { kind: 'unknown', text: [name] },
        { kind: 'reason', lines: [[{ code: name }]] },
      ],
    });
    expect(lookAt(html, { width: 390, scheme: 'light' }).overflow).toBe(0);
  });
});
