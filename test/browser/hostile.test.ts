/** Every text of a provider that attacks the page that shows it: it stays text, in full sight. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accountPath } from './find.ts';
import { hasNoBrowser, polled, reads, useJourney, whole } from './journey.ts';
import { attacks } from './world/hostile-plugin.ts';

const journey = useJourney();
const [image] = attacks;

/** What an attack has achieved: nothing, on every page. */
async function harm(page: Page): Promise<readonly string[]> {
  return await page.locator('html').evaluate(({ ownerDocument: document }) => {
    const attacked = Reflect.get(globalThis, 'attacked') === undefined ? [] : ['a script ran'];
    const injected = [
      ...document.querySelectorAll(
        'img, iframe, object, embed, base, script:not([src]), [onerror], [onload], [onclick], a[href^="javascript:" i], form[action^="javascript:" i]',
      ),
    ].map((element) => element.outerHTML);
    const styles = [...document.querySelectorAll('style')]
      .filter(({ textContent }) => textContent.includes('attacked'))
      .map(() => 'a style holds an attack');
    const spoken = [...document.querySelectorAll('[aria-label], [title]')].flatMap((element) => [
      element.getAttribute('aria-label') ?? '',
      element.getAttribute('title') ?? '',
    ]);
    const hidden = [document.title, document.body.innerText, ...spoken]
      .filter((text) => /(?![\n\t\r])\p{Cc}|[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/u.test(text))
      .map((text) => `hidden characters in: ${encodeURI(text)}`);
    return [...attacked, ...injected, ...styles, ...hidden];
  });
}

/** Goes there, and sees that the attack is shown as what it is and does nothing. */
async function survives(page: Page, path: string): Promise<void> {
  await page.goto(`${journey.served().url}${path}`);
  await whole(page);
  expect(await harm(page)).toEqual([]);
}

async function hostileItems(): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return await journey
    .served()
    .world.runtime.db.selectFrom('item')
    .select(['id', 'name'])
    .where('technology', '=', 'hostile.thing')
    .orderBy('id')
    .execute();
}

/** Also who changed something is named by the provider. */
async function withHostileActors(): Promise<void> {
  const { db } = journey.served().world.runtime;
  const items = await hostileItems();
  for (const { id, name } of items)
    await db
      .updateTable('revision')
      .set({ actor: JSON.stringify({ kind: 'person', name, id: name }) })
      .where('item_id', '=', id)
      .execute();
}

describe.skipIf(hasNoBrowser)('a hostile provider', () => {
  it.each([
    '/',
    '/issues?query=account:hostile-provider',
    '/items?query=account:hostile-provider',
    '/accounts',
    '/checks',
  ])('gains nothing at %s', async (path) => {
    const { page } = await journey.visit(path);
    expect(await harm(page)).toEqual([]);
  });

  it('is shown with its names, code points for what hides itself, in the lists', async () => {
    const { page } = await journey.visit('/items?query=account:hostile-provider');
    const grid = page.getByRole('grid', { name: 'Items' });
    await grid.getByText(image, { exact: true }).waitFor();
    await grid.getByText('invoice⟨U+202E⟩fdp.exe⟨U+200B⟩⟨U+0007⟩', { exact: true }).waitFor();
    const side = page.getByRole('complementary', { name: 'Narrow the search' });
    await reads(side, /Tag/);
    expect(await harm(page)).toEqual([]);
  });

  it('gains nothing by what completes a query', async () => {
    const { page } = await journey.visit('/items');
    await page.getByRole('combobox', { name: 'Search the items' }).fill('account:hostile-provider tag:');
    const options = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
    await reads(options, /^tag:.* \d+$/);
    expect(await harm(page)).toEqual([]);
    expect((await options.allInnerTexts()).join('')).toContain('invoice⟨U+202E⟩fdp.exe⟨U+200B⟩⟨U+0007⟩');
  });

  it('gains nothing by any of its issues', async () => {
    const { page } = await journey.visit('/issues?query=account:hostile-provider&group=none');
    const rows = page.locator('[role=row][id]');
    await expect.poll(async () => await rows.count(), polled).toBe(attacks.length + 1);
    const peek = page.getByRole('region', { name: 'The chosen issue' });
    for (let at = 0; at < attacks.length + 1; at += 1) {
      await rows.nth(at).click();
      await reads(peek, new RegExp(`^${at + 1} of `));
      await reads(peek, /Life Opened\./);
      await reads(peek, /may do everything/);
      expect(await harm(page)).toEqual([]);
    }
  });

  it('gains nothing by any of its items, in any of their views, nor by who changed them', async () => {
    await withHostileActors();
    const { page } = await journey.visit('/');
    for (const { id } of await hostileItems()) {
      for (const view of ['', '?tab=raw', '?tab=comments', '?tab=diff', '?asOf=2026-11-01T00:00:00Z'])
        await survives(page, `/items/${id}${view}`);
    }
    const [{ id } = { id: '' }] = await hostileItems();
    await survives(page, `/items/${id}`);
    await reads(page.locator('main'), /<img src=x onerror="window\.attacked=1">/);
    await page.getByRole('listitem').filter({ hasText: image }).first().waitFor();
    await page.getByRole('navigation', { name: 'Way to this page' }).getByText(image).waitFor();
  });

  it('gains nothing by the message of a refusal', async () => {
    const path = await accountPath(journey.served(), 'hostile-provider');
    const { page } = await journey.visit(`/coverage?cell=${path.split('/')[2]}/hostile.thing`);
    await reads(
      page.locator('main'),
      /Denied: <img src=x onerror="window\.attacked=1"> "><script>window\.attacked=1<\/script>/,
    );
    expect(await harm(page)).toEqual([]);
    for (const next of [path, '/checks/hostile.thing.everybody', '/?account=' + path.split('/')[2]])
      await survives(page, next);
    await page.goto(`${journey.served().url}${path}`);
    await whole(page);
    await page.getByRole('button', { name: 'Try them' }).click();
    await reads(page.getByRole('main'), /\d+ tried, \d+ missing/);
    expect(await harm(page)).toEqual([]);
  });

  it('gains nothing by what people write about it, or are called', async () => {
    const [{ id } = { id: '' }] = await hostileItems();
    const { page } = await journey.visit(`/items/${id}?tab=comments`);
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    const everything = [...attacks, 'invoice\u202Efdp.exe'].join('\n');
    await page.getByRole('textbox', { name: 'Comment' }).fill(everything);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('listitem').filter({ hasText: 'invoice⟨U+202E⟩fdp.exe' }).waitFor();
    expect(await harm(page)).toEqual([]);
    await page.goto(`${journey.served().url}/people`);
    await page.getByLabel('Name').fill(image);
    await page.getByLabel('E-mail').fill('mallory@example.com');
    await page.getByRole('button', { name: 'Add and make a link' }).click();
    await page.getByRole('heading', { name: `One-time link for ${image}` }).waitFor();
    expect(await harm(page)).toEqual([]);
  });

  it('that puts an attack into the address of a page gains nothing', async () => {
    const { page } = await journey.visit('/');
    const text = encodeURIComponent(attacks.join(' '));
    for (const path of [
      '/items?query=',
      '/issues?query=',
      '/checks?text=',
      '/checks/',
      '/items/',
      '/settings?key=',
      '/settings/',
      '/coverage?cell=',
      '/nothing/',
    ])
      await survives(page, `${path}${text}`);
    await page.goto(
      `${journey.served().url}/sign-in?to=${encodeURIComponent('javascript:window.attacked=1')}`,
    );
    await whole(page);
    expect(await harm(page)).toEqual([]);
  });
});
