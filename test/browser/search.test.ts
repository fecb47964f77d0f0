/** Searching items: the query, what it is narrowed by, the address, the file. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overhang, seriousProblems } from './accessible.ts';
import { exported, linesOf } from './exported.ts';
import { hasNoBrowser, polled, reads, useJourney, whole } from './journey.ts';

const journey = useJourney();

describe.skipIf(hasNoBrowser)('the search', () => {
  it('takes a query into the address and keeps it over a reload and the way back', async () => {
    const { page } = await journey.visit('/items');
    await reads(page.locator('h1'), /^Items: 459 items found$/);
    await page.keyboard.press('/');
    await page.keyboard.type('technology:aws.s3-bucket account:demo-production');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => new URL(page.url()).searchParams.get('query'), polled)
      .toBe('technology:aws.s3-bucket account:demo-production');
    await reads(page.locator('h1'), /^Items: 9 items found$/);
    await page.reload();
    await whole(page);
    await reads(page.locator('h1'), /^Items: 9 items found$/);
    expect(await page.getByRole('combobox').inputValue()).toBe(
      'technology:aws.s3-bucket account:demo-production',
    );
    await page.getByRole('grid', { name: 'Items' }).getByRole('link').first().click();
    await page.getByRole('region', { name: 'Verdict' }).waitFor();
    await page.goBack();
    await reads(page.locator('h1'), /^Items: 9 items found$/);
  });

  it('narrows and widens by what is chosen at the side, with counts', async () => {
    const { page } = await journey.visit('/items');
    const side = page.getByRole('complementary', { name: 'Narrow the search' });
    await side.getByLabel('demo-staging').check();
    await reads(page.locator('h1'), /^Items: 116 items found$/);
    await side.getByLabel('demo-analytics').check();
    await reads(page.locator('h1'), /^Items: 232 items found$/);
    expect(new URL(page.url()).searchParams.get('query')).toBe(
      '(account:demo-staging OR account:demo-analytics)',
    );
    await side.getByLabel('Critical').check();
    const row = page.getByRole('grid', { name: 'Items' }).getByRole('row').nth(1);
    await reads(row, /demo-(staging|analytics)/);
    await side.getByLabel('demo-staging').uncheck();
    await side.getByLabel('demo-analytics').uncheck();
    await reads(page.locator('h1'), /^Items: 31 items found$/);
    expect(new URL(page.url()).searchParams.get('query')).toBe('severity:critical');
  });

  it('sorts by a column, and the address says so', async () => {
    const { page } = await journey.visit('/items?query=technology:aws.s3-bucket');
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await expect
      .poll(
        async () => await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort'),
        polled,
      )
      .toBe('ascending');
    await expect
      .poll(async () => {
        const names = await page.getByRole('grid').getByRole('link').allInnerTexts();
        return names.length > 3 && names.every((name, at) => at === 0 || name >= (names[at - 1] ?? ''));
      }, polled)
      .toBe(true);
    expect(new URL(page.url()).searchParams.get('sort')).toBe('name');
  });

  it('says what is wrong with a query, and what nothing matches', async () => {
    const { page } = await journey.visit('/items');
    const box = page.getByRole('combobox');
    await box.fill('score>=x');
    await box.press('Enter');
    await reads(page.getByRole('alert'), /score/);
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(async () => await wrongText(page), polled).toBe('x');
    await box.fill('is:active account:"a');
    await box.press('Enter');
    await reads(page.getByRole('alert'), /^This quote is not closed\.$/);
    await expect.poll(async () => await wrongText(page), polled).toBe('"');
    await box.fill('name:nothing-is-called-so');
    await box.press('Enter');
    await page.getByRole('heading', { name: 'No item matches' }).waitFor();
  });

  it('says which names in a query nothing bears, on both lists', async () => {
    const { page } = await journey.visit('/items');
    for (const list of ['items', 'issues']) {
      await page.goto(`${new URL(page.url()).origin}/${list}`);
      const box = page.getByRole('combobox', { name: `Search the ${list}` });
      await box.fill('account:no-such technology:aws.s3-bukcet');
      await box.press('Enter');
      await reads(
        page.getByText('No account is called'),
        /^No account is called no-such\. No technology is called aws\.s3-bukcet\.$/,
      );
      await box.fill('technology:aws.s3-bucket');
      await box.press('Enter');
      await page.getByText('No account is called').waitFor({ state: 'detached' });
    }
  });

  it('points at the character of the text, not of what is asked with it', async () => {
    const { page } = await journey.visit('/issues');
    const box = page.getByRole('combobox', { name: 'Search the issues' });
    await box.fill('  technology:x nmae:y');
    await box.press('Enter');
    await reads(page.getByRole('alert'), /^There is no key nmae; there are account, /);
    await expect.poll(async () => await wrongText(page), polled).toBe('nmae');
  });

  it('completes keys and values by keys, and tells what each is', async () => {
    const { page } = await journey.visit('/items');
    await reads(page.locator('h1'), /^Items: 459 items found$/);
    const box = page.getByRole('combobox', { name: 'Search the items' });
    const options = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
    await page.keyboard.press('/');
    expect([await options.count(), await box.getAttribute('aria-expanded')]).toEqual([0, 'false']);
    await page.keyboard.type('acc');
    await reads(options, /^account: The account's name or identifier\.$/);
    await page.keyboard.press('Tab');
    expect(await box.inputValue()).toBe('account:');
    await reads(options, /^account:demo-[a-z]+ \d+$/);
    await page.keyboard.type('demo-');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    const chosen = options.and(page.locator('[aria-selected=true]'));
    expect(await box.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    expect(await chosen.getAttribute('id')).toBe(await options.nth(1).getAttribute('id'));
    const [, term = '', count = ''] = /^(account:\S+)\s+(\d+)$/.exec(await chosen.innerText()) ?? [];
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe(`${term} `);
    expect(await options.count()).toBe(0);
    await expect.poll(() => new URL(page.url()).searchParams.get('query'), polled).toBe(term);
    await reads(page.locator('h1'), new RegExp(`^Items: ${count} items found$`));
    await page.keyboard.type('technology:aws.s3-bucket -(account:hostile');
    await reads(options, /^account:hostile-provider$/);
    await box.fill('technology:aws.s3-bucket account:demo-prod');
    await reads(options, /^account:demo-production 9$/);
    await box.fill('is:unv');
    await page.keyboard.press('Enter');
    await reads(page.getByRole('alert'), /^is takes one of active, unverified,/);
  });

  it('closes the list with Escape, and leaves the field with the next', async () => {
    const { page } = await journey.visit('/issues');
    const box = page.getByRole('combobox', { name: 'Search the issues' });
    const options = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
    await box.focus();
    await page.keyboard.press('ArrowDown');
    await reads(options, /^account: /);
    expect(await options.count()).toBe(8);
    await page.keyboard.press('Escape');
    expect([await options.count(), await isFocused(box)]).toEqual([0, true]);
    await page.keyboard.press('Escape');
    expect(await isFocused(box)).toBe(false);
  });

  it('changes the term at the caret alone, by a click as well', async () => {
    const { page } = await journey.visit('/issues');
    const box = page.getByRole('combobox', { name: 'Search the issues' });
    const options = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
    await box.fill('technology:aws.s3-bucket (-sev is:open)');
    for (let step = 0; step < ' is:open)'.length; step += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('e');
    await reads(options, /^severity: The band of the score\.$/);
    await options.first().click();
    await reads(options, /^severity:critical /);
    await options.nth(1).click();
    expect(await box.inputValue()).toBe('technology:aws.s3-bucket (-severity:high is:open)');
    expect(await isFocused(box)).toBe(true);
  });

  it.each([1440, 390])('has an open list that everybody can read, at %d px', async (width) => {
    const { page } = await journey.visit('/items', { width, height: 844 });
    await reads(page.locator('h1'), /^Items: 459 items found$/);
    const options = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
    await page.getByRole('combobox', { name: 'Search the items' }).focus();
    for (const typed of [' ', 'technology:', ' account:demo']) {
      await page.keyboard.type(typed);
      await page.keyboard.press('ArrowDown');
      await options.and(page.locator('[aria-selected=true]')).waitFor();
      expect(await overhang(page)).toBe(0);
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: 'attached' });
        expect(await seriousProblems(page)).toEqual([]);
      }
    }
  });

  it('gives the same list as a file for spreadsheets in which nothing is a formula', async () => {
    const { page } = await journey.visit('/items?query=account:hostile-provider');
    await reads(page.locator('h1'), /^Items: 7 items found$/);
    const download = await exported(page, /^CSV/);
    expect(download.suggestedFilename()).toBe('security-monkey-items-2026-11-23.csv');
    const [head, ...lines] = await linesOf(download);
    expect(head).toMatch(/^.?id,account,technology,region,name,/);
    expect(lines).toHaveLength(7);
    expect(lines.filter((line) => /(^|,)"?[=+\-@\t]/.test(line))).toEqual([]);
  });
});

it.skipIf(hasNoBrowser)('issues are given as rows for machines, those that the search finds', async () => {
  const { page } = await journey.visit('/issues?query=check:aws.kms-key.rotation-disabled');
  await reads(page.locator('h1'), /^16 issues are open/);
  const download = await exported(page, /^JSON/);
  expect(download.suggestedFilename()).toBe('security-monkey-issues-2026-11-23.jsonl');
  const rows = (await linesOf(download)).map((line) => JSON.parse(line).check);
  expect(rows).toEqual(Array.from({ length: 16 }, () => 'aws.kms-key.rotation-disabled'));
});

/** What is underlined as wrong. */
async function wrongText(page: Page): Promise<string> {
  return (await page.locator('search [data-wrong] [data-wrong]').allInnerTexts()).join('');
}

async function isFocused(place: Locator): Promise<boolean> {
  return await place.evaluate((element) => element === element.ownerDocument.activeElement);
}
