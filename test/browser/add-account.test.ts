/** Adding an account to the real product against moto_server: the form, its permissions, a scan, the first issue. */
import { CreateBucketCommand, PutBucketAclCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../e2e/estate/clients.ts';
import { partner } from '../e2e/estate/known.ts';
import { howToGetMoto, type Moto, motoIsInstalled, startMoto } from '../e2e/moto.ts';
import { hasNoBrowser, polled, reads } from './journey.ts';
import { type RealProduct, startRealProduct } from './real-product.ts';

const canRun = !hasNoBrowser && motoIsInstalled();
if (!canRun && !hasNoBrowser) console.log(howToGetMoto);

type Running = RealProduct & { readonly moto: Moto };

let running: Running | undefined;

/** An account with a public bucket, which the product does not watch yet. */
async function begin(): Promise<Running> {
  const moto = await startMoto();
  const aws = await signIn(moto.url, 'partner');
  const { s3 } = aws.in('us-east-1');
  await s3.send(new CreateBucketCommand({ Bucket: 'acme-open-to-all' }));
  await s3.send(new PutBucketAclCommand({ Bucket: 'acme-open-to-all', ACL: 'public-read' }));
  aws.close();
  return { moto, ...(await startRealProduct(moto.url)) };
}

describe.skipIf(!canRun)('an account of AWS', () => {
  beforeAll(async () => {
    running = await begin();
  });

  afterAll(async () => {
    await running?.close();
    await running?.moto.stop();
  });

  it('is added by the form, its permissions are tried, it is looked at, and its first issue appears', async () => {
    const { url, arrive } = running ?? (await begin());
    const { page, complaints, context } = await arrive();
    await page
      .getByRole('navigation', { name: 'Main' })
      .first()
      .getByRole('link', { name: 'Accounts' })
      .click();
    await page.getByRole('link', { name: 'Add an account' }).click();
    await page.getByLabel('Name', { exact: true }).fill('partner');
    await page.getByLabel('Account number').fill('12');
    await page.getByRole('button', { name: 'Add and look at it' }).click();
    await reads(page.getByRole('alert'), /account/i);
    await page.getByLabel('Account number').fill(partner);
    await page.getByRole('button', { name: 'Add and look at it' }).click();
    await reads(page.locator('h1'), /^partner (has not been|was) looked at completely/);
    await reads(
      page.getByRole('status').filter({ hasText: 'added' }),
      /partner is added; it is looked at now\./,
    );

    await page.getByRole('button', { name: 'Try them' }).click();
    await page.getByText('s3:ListAllMyBuckets', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Rescan now' }).click();
    await reads(page.getByRole('status').filter({ hasText: 'Asked for' }), /coverage tells when it is done/);

    await expect
      .poll(
        async () => {
          await page.goto(`${url}/issues?query=name:acme-open-to-all&group=none`);
          await page.locator('h1').waitFor();
          const status = page.getByText('No issue matches').or(page.locator('[role=row][id]').first());
          await status.first().waitFor();
          return await page.locator('[role=row][id]').count();
        },
        { timeout: 150_000, interval: 1_000 },
      )
      .toBeGreaterThan(0);
    await page.locator('[role=row][id]').first().click();
    const peek = page.getByRole('region', { name: 'The chosen issue' });
    await reads(peek, /acme-open-to-all partner/);
    await peek.getByRole('button', { name: 'Open item' }).click();
    expect(await page.getByRole('link', { name: 'Console' }).getAttribute('href')).toBe(
      'https://console.aws.amazon.com/s3/buckets/acme-open-to-all?region=us-east-1',
    );
    await expect.poll(() => complaints, polled).toEqual([]);
    await context.close();
  }, 240_000);
});
