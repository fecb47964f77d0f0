/** Debian's Chromium, started for the tests of the pages, and a page whose time is that of the world. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { present } from './world/story.ts';

const executable = '/usr/bin/chromium';
/** Milliseconds; far more than anything takes on a machine that has nothing else to do. */
const patience = 30_000;

/** How Chromium begins what it writes down of an answer between 400 and 499. */
const refused = 'Failed to load resource: the server responded with a status of 4';

export const howToGetChromium =
  'Chromium is not installed, so the browser tests cannot run: `apt-get install chromium` brings it.';

/** Whether the machine has it. Under CI its absence is a failure, not a reason to skip. */
export function chromiumIsInstalled(): boolean {
  const found = existsSync(executable);
  if (!found && process.env['CI'] === 'true') throw new Error(howToGetChromium);
  return found;
}

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
  readonly cookies?: Cookies;
  /** Time goes on as outside, for what is measured. */
  readonly isTimed?: boolean;
};

export type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

export type OpenedPage = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts, what the content security policy refused, and dialogs. */
  readonly complaints: readonly string[];
};

/** A page in a context of its own, at the moment of the story. */
export async function openPage(browser: Browser, looking: Looking = {}): Promise<OpenedPage> {
  const { width = 1440, height = 1000, scheme = 'light', cookies = [], isTimed = false } = looking;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    hasTouch: width < 640,
  });
  context.setDefaultTimeout(patience);
  await context.addCookies(cookies);
  const page = await context.newPage();
  if (!isTimed) await page.clock.setFixedTime(new Date(present));
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    // A refusal is an answer; the browser writes it down all the same.
    const isRefusal = message.text().startsWith(refused);
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
  });
  return { page, context, complaints };
}
