/** Adding an account to the real product against moto_server: the form, its permissions, a scan, the first issue. */
import { rm } from 'node:fs/promises';
import { CreateBucketCommand, PutBucketAclCommand } from '@aws-sdk/client-s3';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Begun } from '../e2e/command-line.ts';
import { signIn } from '../e2e/estate/clients.ts';
import { partner } from '../e2e/estate/known.ts';
import { freePort, howToGetMoto, type Moto, motoIsInstalled, startMoto } from '../e2e/moto.ts';
import { openWorkspace, type Workspace } from '../e2e/workspace.ts';
import { openPage, startBrowser } from './browser.ts';
import { hasNoBrowser, polled, reads } from './journey.ts';

const canRun = !hasNoBrowser && motoIsInstalled();
if (!canRun && !hasNoBrowser) console.log(howToGetMoto);

type Running = {
  readonly moto: Moto;
  readonly workspace: Workspace;
  readonly product: Begun;
  readonly browser: Browser;
  readonly url: string;
  readonly link: string;
};

let running: Running | undefined;

/** The product as somebody runs it who watches one account already, and a second account with a public bucket. */
async function begin(): Promise<Running> {
  const moto = await startMoto();
  const aws = await signIn(moto.url, 'partner');
  const { s3 } = aws.in('us-east-1');
  await s3.send(new CreateBucketCommand({ Bucket: 'acme-open-to-all' }));
  await s3.send(new PutBucketAclCommand({ Bucket: 'acme-open-to-all', ACL: 'public-read' }));
  aws.close();
  const workspace = await openWorkspace('embedded', moto.url);
  const port = await freePort();
  const here = workspace.with({ SECURITY_MONKEY_PORT: String(port) });
  await here.run('account', 'add', 'aws', '333344445555', '--name', 'known', '--third-party', '--inactive');
  const [added] = await here.json('user', 'add', 'ada@example.com', '--name', 'Ada', '--role', 'admin');
  const product = here.begin('start');
  await product.printed('is running');
  const url = `http://127.0.0.1:${port}`;
  const link = `${url}/link#${String(added?.['link']).split('#')[1]}`;
  return { moto, workspace, product, browser: await startBrowser(), url, link };
}

describe.skipIf(!canRun)('an account of AWS', () => {
  beforeAll(async () => {
    running = await begin();
  });

  afterAll(async () => {
    await running?.browser.close();
    await running?.product.end();
    await running?.moto.stop();
    await running?.workspace.close();
    if (running !== undefined) await rm(running.workspace.directory, { recursive: true, force: true });
  });

  it('is added by the form, its permissions are tried, it is looked at, and its first issue appears', async () => {
    const { browser, url, link } = running ?? (await begin());
    const { page, complaints, context } = await openPage(browser, { isTimed: true });
    await page.goto(link);
    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByLabel('Password', { exact: true }).fill('a whole sentence is fine');
    await page.getByRole('button', { name: 'Create and sign in' }).click();
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
    await reads(page.getByRole('region', { name: 'The chosen issue' }), /acme-open-to-all partner/);
    await expect.poll(() => complaints, polled).toEqual([]);
    await context.close();
  }, 240_000);
});
