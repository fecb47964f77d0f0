/** Searching items: the query, what it is narrowed by, the address, the file. */
import { describe, expect, it } from 'vitest';
import { hasNoBrowser, polled, reads, useJourney, whole } from './journey.ts';

const journey = useJourney();

describe.skipIf(hasNoBrowser)('the search', () => {
  it('takes a query into the address and keeps it over a reload and the way back', async () => {
    const { page } = await journey.visit('/items');
    await reads(page.locator('h1'), /^Items: 359 items found$/);
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
    expect(await page.getByRole('textbox').inputValue()).toBe(
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
    await reads(page.locator('h1'), /^Items: 27 items found$/);
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
    const box = page.getByRole('textbox');
    await box.fill('score>=x');
    await box.press('Enter');
    await reads(page.getByRole('alert'), /score/);
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    await box.fill('name:nothing-is-called-so');
    await box.press('Enter');
    await page.getByRole('heading', { name: 'No item matches' }).waitFor();
  });

  it('gives the same list as a file for spreadsheets in which nothing is a formula', async () => {
    const { page } = await journey.visit('/items?query=account:hostile-provider');
    await reads(page.locator('h1'), /^Items: 7 items found$/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('security-monkey-items-2026-11-23.csv');
    const stream = await download.createReadStream();
    const parts = await Array.fromAsync(stream, (part: Buffer) => part.toString());
    const [head, ...lines] = parts.join('').trim().split(/\r?\n/);
    expect(head).toMatch(/^.?id,account,technology,region,name,/);
    expect(lines).toHaveLength(7);
    expect(lines.filter((line) => /(^|,)"?[=+\-@\t]/.test(line))).toEqual([]);
  });
});
