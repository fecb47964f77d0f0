/** What the browser tests of one file share: a copy of the world, served, and a browser. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { Role } from '../../packages/server/src/store/schema.ts';
import { type Cookies, type Looking, type OpenedPage, openPage, startBrowser } from './browser.ts';
import { type ServedWorld, serveWorld } from './world/serve-world.ts';

export type Visit = Omit<Looking, 'cookies'> & {
  /** Whose eyes it is seen with; `nobody` has not signed in. */
  readonly as?: Role | 'nobody';
};

export type Journey = {
  readonly served: () => ServedWorld;
  /** Opens the path in a context of its own and waits until the page is whole. */
  readonly visit: (path: string, visit?: Visit) => Promise<OpenedPage>;
};

/** Whether there is no browser to test in; the run has said how to get one. */
export const hasNoBrowser = inject('worldDirectory') === '';

/** Registers the serving before the file's tests, and that every page that they open stays without complaints. */
export function useJourney(): Journey {
  let running: { readonly served: ServedWorld; readonly browser: Browser } | undefined;
  let opened: readonly OpenedPage[] = [];
  const cookies = new Map<Role, Cookies>();
  const now = (): { readonly served: ServedWorld; readonly browser: Browser } => {
    if (running === undefined) throw new Error('The world is not served yet.');
    return running;
  };
  const cookiesOf = async (role: Role): Promise<Cookies> => {
    const known = cookies.get(role) ?? (await now().served.signedIn(role));
    cookies.set(role, known);
    return known;
  };
  let directory = '';
  beforeAll(async () => {
    if (hasNoBrowser) return;
    directory = await mkdtemp(join(tmpdir(), 'security-monkey-served-'));
    await cp(inject('worldDirectory'), directory, { recursive: true });
    running = { served: await serveWorld(directory, 0), browser: await startBrowser() };
  });
  afterEach(async () => {
    const seen = opened.flatMap(({ complaints }) => complaints);
    for (const { context } of opened) await context.close();
    opened = [];
    expect(seen).toEqual([]);
  });
  afterAll(async () => {
    await running?.browser.close();
    await running?.served.close();
    if (directory !== '') await rm(directory, { recursive: true, force: true });
  });
  return {
    served: () => now().served,
    visit: async (path, { as = 'admin', ...looking } = {}) => {
      const { served, browser } = now();
      const own = as === 'nobody' ? [] : await cookiesOf(as);
      const page = await openPage(browser, { ...looking, cookies: own });
      opened = [...opened, page];
      await page.page.goto(path.startsWith('http') ? path : `${served.url}${path}`);
      await whole(page.page);
      return page;
    },
  };
}

/** Waits until the page has its heading and nothing of it is still loading. */
export async function whole(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await expect.poll(async () => await page.locator('[aria-label=Loading]').count(), polled).toBe(0);
}

/** How long something may take to be seen. */
export const polled = { timeout: 30_000, interval: 50 } as const;

/** Waits until the text of the place is what is expected, or has it. */
export async function reads(place: Locator, expected: string | RegExp): Promise<void> {
  await place.first().waitFor({ state: 'attached' });
  await expect
    .poll(async () => (await place.first().innerText()).replaceAll(/\s+/g, ' '), polled)
    .toMatch(expected);
}
