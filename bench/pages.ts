/** How soon the pages show what a person does, in Chromium over 100,000 items: from the event to the frame that shows it. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { newToken } from '../packages/server/src/api/auth/new-token.ts';
import { beginSession } from '../packages/server/src/api/auth/session.ts';
import { createApi } from '../packages/server/src/api/create-api.ts';
import { findPages } from '../packages/server/src/api/pages/find-pages.ts';
import type { Database } from '../packages/server/src/store/database/database.ts';
import { insertUser } from '../packages/server/src/store/users.ts';
import { repositoryRoot } from '../test/architecture/sources.ts';
import { openPage, startBrowser } from '../test/browser/browser.ts';
import { generatedPlugin } from './estate.ts';
import { report } from './report.ts';
import { fill } from './routes.ts';
import { benchRuntime, withDatabase } from './workspace.ts';

const size = { items: 100_000, revisionsEach: 2, issueEvery: 5 };
const rounds = 20;
const goal = 100;

export async function pages(): Promise<void> {
  await withDatabase('postgres', async (db) => {
    await fill(db, size);
    await measurePages(db);
  });
}

export async function measurePages(db: Database): Promise<void> {
  const served = await serve(db);
  const browser = await startBrowser();
  try {
    for (const [name, measure] of Object.entries(interactions)) {
      const { page, context } = await openPage(browser, { cookies: [served.cookie], isTimed: true });
      const times = await measure(page, served.url);
      await context.close();
      const [first = 0, ...others] = times;
      const sorted = others.toSorted((a, b) => a - b);
      const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
      report(
        name,
        `p95 ${at(0.95)} ms, median ${at(0.5)} ms, first ${first} ms (goal ${goal}; ${others.length} times)`,
      );
    }
  } finally {
    await browser.close();
    await served.close();
  }
}

async function serve(db: Database) {
  const api = {
    runtime: await benchRuntime(db, generatedPlugin(1)),
    version: '0',
    newToken,
    passwords: { hash: async (text: string) => text, matches: async () => false },
    secureCookies: false,
    demo: false,
  };
  const userId = api.runtime.nextId();
  const person = { email: 'pages@example.com', name: 'A', role: 'admin', accounts: 'all' } as const;
  await insertUser(db, { ...person, id: userId, password_hash: null, active: true, created_at: new Date() });
  const app = await createApi({ api, pages: findPages(join(repositoryRoot, 'packages/server')) });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const cookie = {
    name: 'security-monkey',
    value: await beginSession(api, userId),
    domain: '127.0.0.1',
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Strict' as const,
  };
  return { url, cookie, close: async () => await app.close() };
}

type Interaction = (page: Page, url: string) => Promise<readonly number[]>;

const interactions: Readonly<Record<string, Interaction>> = {
  'J on the issues, the next row is marked': async (page, url) => {
    await open(page, `${url}/issues`);
    return await repeated(() => timeOfRow(page, 'j'));
  },
  'arrow down on the items, the next row is marked': async (page, url) => {
    await open(page, `${url}/items`);
    return await repeated(() => timeOfRow(page, 'ArrowDown'));
  },
  'a facet of the items, its box is ticked': async (page, url) => {
    await open(page, `${url}/items`);
    const box = page.getByRole('complementary').getByRole('checkbox', { name: 'Medium' });
    return await repeated(async () => {
      const id = await box.getAttribute('id');
      const shown = `[id="${id}"]${(await box.isChecked()) ? ':not(:checked)' : ':checked'}`;
      const took = await timeOf(page, { type: 'click', shown, act: () => box.click() });
      await page.waitForLoadState('networkidle');
      return took;
    });
  },
  'an item opened from the list, the list is gone': async (page, url) => {
    await open(page, `${url}/items`);
    return await repeated(async () => {
      const link = rows(page).getByRole('link').nth(2);
      const shown = 'html:not(:has([role=grid][aria-label=Items]))';
      const took = await timeOf(page, { type: 'click', shown, act: () => link.click() });
      await page.getByRole('region', { name: 'Verdict' }).waitFor();
      await page.waitForLoadState('networkidle');
      await page.goBack();
      await rows(page).nth(8).waitFor();
      await page.waitForLoadState('networkidle');
      return took;
    });
  },
  'a letter in the box of the items, the letter is there': async (page, url) => {
    await open(page, `${url}/items`);
    await page.getByRole('combobox').focus();
    const letters = Array.from('name:name-12 region:region-3').slice(0, rounds + 1);
    const times: number[] = [];
    for (const letter of letters)
      times.push(
        await timeOf(page, { type: 'keydown', shown: 'html', act: () => page.keyboard.press(letter) }),
      );
    return times;
  },
};

async function repeated(once: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) times.push(await once());
  return times;
}

const rows = (page: Page): Locator => page.locator('[role=row][id]');

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await rows(page).nth(8).waitFor();
  await page.waitForLoadState('networkidle');
}

async function timeOfRow(page: Page, key: string): Promise<number> {
  const marked = page.locator('[role=row][data-focused]');
  const id = (await marked.count()) === 0 ? '' : await marked.first().getAttribute('id');
  const shown = `[role=row][data-focused]:not([id="${id}"])`;
  return await timeOf(page, { type: 'keydown', shown, act: () => page.keyboard.press(key) });
}

type Timed = {
  readonly type: 'keydown' | 'click';
  /** What is there once it shows. */
  readonly shown: string;
  readonly act: () => Promise<void>;
};

/** Milliseconds from the event until the frame was painted in which there is what shows it. */
async function timeOf(page: Page, { type, shown, act }: Timed): Promise<number> {
  const html = page.locator('html');
  await html.evaluate(
    (element, asked) => {
      const view = element.ownerDocument.defaultView;
      const onEvent = (event: { readonly timeStamp: number }): void => {
        const look = (): void => {
          if (element.matches(asked.shown) || element.querySelector(asked.shown) !== null)
            view.setTimeout(() => {
              element.dataset['took'] = String(Math.round(view.performance.now() - event.timeStamp));
            });
          else view.requestAnimationFrame(look);
        };
        view.requestAnimationFrame(look);
      };
      view.addEventListener(asked.type, onEvent, { once: true, capture: true });
    },
    { type, shown },
  );
  await act();
  await page.locator('html[data-took]').waitFor({ state: 'attached' });
  return await html.evaluate((element) => {
    const took = Number(element.dataset['took']);
    delete element.dataset['took'];
    return took;
  });
}
