/** Debian's Chromium, started for the tests of the pages, and a page whose time is that of the world. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { present } from './world/story.ts';

const executable = '/usr/bin/chromium';

export const howToGetChromium = 'Chromium is not installed: `apt-get install chromium` brings it.';

/** Nothing of it reaches out, and it leaves no profile behind. */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync(executable)) throw new Error(howToGetChromium);
  return await chromium.launch({
    executablePath: executable,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export type Looking = {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly cookies?: Awaited<ReturnType<BrowserContext['cookies']>>;
};

export type OpenedPage = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts, and what the content security policy refused. */
  readonly complaints: readonly string[];
};

/** A page in a context of its own, at the moment of the story. */
export async function openPage(browser: Browser, looking: Looking = {}): Promise<OpenedPage> {
  const { width = 1440, height = 1000, scheme = 'light', cookies = [] } = looking;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    hasTouch: width < 640,
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(present));
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, context, complaints };
}
