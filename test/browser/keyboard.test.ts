/** The whole product by keys: the skip link, focus that is seen, and the main act of every page. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accountPath, itemPath } from './find.ts';
import { filledSetting } from './given-settings.ts';
import { hasNoBrowser, polled, reads, useJourney } from './journey.ts';
import { focusedId, focusedName, tabTo } from './keyboard.ts';
import type { ServedWorld } from './world/serve-world.ts';

const journey = useJourney();

/** Of the stops of Tab, those that look the same with the focus as without. */
async function unseenStops(page: Page, most: number): Promise<readonly string[]> {
  const unseen: string[] = [];
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab');
    const name = await page.locator('html').evaluate(({ ownerDocument: document }) => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      const around = [element, element.parentElement, element.parentElement?.parentElement];
      const look = (): string =>
        around
          .filter((one) => one !== null && one !== undefined)
          .map((one) => {
            const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor, top } =
              document.defaultView.getComputedStyle(one);
            const outline = outlineStyle === 'none' ? '' : outlineWidth;
            return [outline, boxShadow, borderColor, backgroundColor, top].join(' ');
          })
          .join(' | ');
      for (const animation of document.getAnimations()) animation.finish();
      // The row that keys act on keeps its frame wherever the focus is.
      if (element.role === 'row' && element.hasAttribute('data-focused')) return undefined;
      const focused = look();
      element.blur();
      for (const animation of document.getAnimations()) animation.finish();
      const without = look();
      element.focus({ preventScroll: true });
      return focused === without ? element.outerHTML.slice(0, 200) : undefined;
    });
    if (name !== undefined) unseen.push(name);
  }
  return unseen;
}

type Acts = {
  readonly name: string;
  readonly path: (served: ServedWorld) => string | Promise<string>;
  /** What Tab leads to, by name. */
  readonly acts: readonly RegExp[];
};

const pages: readonly Acts[] = [
  { name: 'the dashboard', path: () => '/', acts: [/^Open coverage$/, /^Critical ?\d+/] },
  { name: 'the issues', path: () => '/issues', acts: [/^Search the issues$/, /may do everything/] },
  { name: 'the items', path: () => '/items', acts: [/^Export$/, /^Score$/] },
  {
    name: 'an item',
    path: async (served) => await itemPath(served, 'data-reporting-access'),
    acts: [/^As of now/, /^Rescan now$/, /^Justify/, /^Raw JSON$/, /actor not collected|\w+\.\w+$/],
  },
  { name: 'the coverage', path: () => '/coverage', acts: [/ in (demo|hostile)-\w+: /] },
  { name: 'the checks', path: () => '/checks', acts: [/^Find a check$/, /aws\.account\./] },
  { name: 'the accounts', path: () => '/accounts', acts: [/^Add an account$/, /^demo-staging$/] },
  { name: 'a new account', path: () => '/accounts/new', acts: [/^Add and look at it$/] },
  {
    name: 'an account',
    path: async (served) => await accountPath(served, 'demo-production'),
    acts: [/^Rescan now$/, /^Save$/, /^Try them$/],
  },
  {
    name: 'the settings',
    path: async (served) => await filledSetting(served, 'networks'),
    acts: [/^Ignore list/, /^CIDR$/, /^Remove network 2$/, /^Add a network$/, /^Choose a file$/],
  },
  { name: 'the people', path: () => '/people', acts: [/^What can be done with /, /^Add and make a link$/] },
  { name: 'about', path: () => '/about', acts: [/^Change$/] },
];

describe.skipIf(hasNoBrowser)('by keys alone', () => {
  it('Tab comes to the skip link first, and it leads past the navigation', async () => {
    const { page } = await journey.visit('/issues');
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('Skip to the page');
    const box = await page.getByText('Skip to the page').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await focusedId(page)).toBe('content');
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('Search the issues');
  });

  it.each(pages)('reaches what $name is for', async ({ path, acts }) => {
    const { page } = await journey.visit(await path(journey.served()));
    for (const act of acts) {
      await page.locator('#content').focus();
      await tabTo(page, act);
    }
  });

  it.each([
    '/',
    '/issues',
    '/items',
    '/coverage',
    '/checks',
    '/accounts/new',
    '/settings/overrides',
    '/people',
    '/about',
  ])('sees where it is at %s', async (path) => {
    const { page } = await journey.visit(path);
    expect(await unseenStops(page, 40)).toEqual([]);
  });

  it('goes to the places with G, and shows the keys of the page with ?', async () => {
    const { page } = await journey.visit('/');
    for (const [key, heading] of [
      ['i', /issues are open/],
      ['t', /^Items: /],
      ['c', /could not be looked at/],
      ['a', /accounts/],
      ['d', /issues are open\. /],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await reads(page.locator('h1'), heading);
    }
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys on this page' });
    await reads(keys, /to Issues/);
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
  });

  it('can turn single keys off', async () => {
    const { page } = await journey.visit('/items');
    await tabTo(page, /: menu$/);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Turn single keys off' }).press('Enter');
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe('/items');
    await tabTo(page, /: menu$/);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Turn single keys on' }).press('Enter');
    await expect
      .poll(async () => {
        await page.keyboard.press('g');
        await page.keyboard.press('i');
        return new URL(page.url()).pathname;
      }, polled)
      .toBe('/issues');
  });
});
