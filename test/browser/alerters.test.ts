/** Being told: a subscription, a test that arrives, a server that refuses, and the log that says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../../packages/alerters/src/testing/mail-server.ts';
import { hasNoBrowser, polled, reads } from './journey.ts';
import { type RealProduct, startRealProduct } from './real-product.ts';

let mail: MailServer;
let product: RealProduct;

describe.skipIf(hasNoBrowser)('mail', () => {
  beforeAll(async () => {
    mail = await startMailServer();
    // Nothing answers there: no account is watched.
    product = await startRealProduct('http://127.0.0.1:9', {
      SECURITY_MONKEY_SMTP_HOST: '127.0.0.1',
      SECURITY_MONKEY_SMTP_PORT: String(mail.port),
      SECURITY_MONKEY_SMTP_SECURITY: 'none',
      SECURITY_MONKEY_MAIL_FROM: 'monkey@example.com',
    });
  });

  afterAll(async () => {
    await product.close();
    await mail.stop();
  });

  it('is subscribed to, tried, refused and told of, and ended', async () => {
    const { page, complaints, context } = await product.arrive();
    await page.goto(`${product.url}/alerters`);
    await reads(page.locator('h1'), /\w/);
    // The form is open while there is nothing.
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await reads(
      page.getByRole('status').filter({ hasText: 'subscribed' }),
      /^ada@example\.com is subscribed\./,
    );
    await page.reload();
    const remove = page.getByRole('button', { name: /^Remove: .*, to ada@example\.com$/ });
    await remove.waitFor();

    await page.getByRole('button', { name: 'Send a test' }).click();
    await reads(page.getByRole('status').filter({ hasText: 'Taken' }), /Taken for ada@example\.com\./);
    expect(mail.taken.map(({ to }) => to)).toEqual([['ada@example.com']]);
    const deliveries = page.getByRole('list', { name: 'Deliveries' }).getByRole('listitem');
    await expect.poll(async () => await deliveries.count(), polled).toBe(1);
    await reads(deliveries.first(), /delivered/i);

    mail.refusal = { at: 'recipient', code: 550, text: 'No such mailbox here' };
    await page.getByRole('button', { name: 'Send a test' }).click();
    await reads(page.getByRole('alert'), /No such mailbox here/);

    await remove.click();
    await page.getByRole('button', { name: 'Remove the subscription' }).click();
    await reads(page.getByRole('main'), /Nothing yet\. Add a subscription/);
    await expect.poll(() => complaints, polled).toEqual([expect.stringContaining('502')]);
    await context.close();
  }, 120_000);
});
