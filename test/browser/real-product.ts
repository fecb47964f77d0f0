/** The real product, started as somebody runs it who knows an account already, with an administrator who was invited. */
import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { freePort } from '../e2e/moto.ts';
import { openWorkspace } from '../e2e/workspace.ts';
import { type OpenedPage, openPage, startBrowser } from './browser.ts';
import { reads } from './journey.ts';

export type RealProduct = {
  readonly url: string;
  readonly browser: Browser;
  /** Opens a page, chooses a password by the link and stands on the dashboard. */
  readonly arrive: () => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
};

/** Its AWS lies at the endpoint. Without an account of its own it would show the demo. */
export async function startRealProduct(
  endpoint: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RealProduct> {
  const workspace = await openWorkspace('embedded', endpoint);
  const port = await freePort();
  const here = workspace.with({ SECURITY_MONKEY_PORT: String(port), ...environment });
  await here.run('account', 'add', 'aws', '333344445555', '--name', 'known', '--third-party', '--inactive');
  const [added] = await here.json('user', 'add', 'ada@example.com', '--name', 'Ada', '--role', 'admin');
  const product = here.begin('start');
  await product.printed('is running');
  const url = `http://127.0.0.1:${port}`;
  const link = `${url}/link#${String(added?.['link']).split('#')[1]}`;
  const browser = await startBrowser();
  return {
    url,
    browser,
    arrive: async () => {
      const opened = await openPage(browser, { isTimed: true });
      await choosePassword(opened.page, link);
      return opened;
    },
    close: async () => {
      await browser.close();
      await product.end();
      await workspace.close();
      await rm(workspace.directory, { recursive: true, force: true });
    },
  };
}

async function choosePassword(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await reads(page.locator('h1'), /^Choose a password$/);
  await page.getByLabel('Password', { exact: true }).fill('a whole sentence is fine');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
}
