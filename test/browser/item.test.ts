/** One item: its verdict, its evidence, its past, and what people say of it. */
import { describe, expect, it } from 'vitest';
import { itemPath } from './find.ts';
import { hasNoBrowser, polled, reads, useJourney, whole } from './journey.ts';

const journey = useJourney();
const policy = async (): Promise<string> => await itemPath(journey.served(), 'data-reporting-access');
const bucket = async (): Promise<string> => await itemPath(journey.served(), 'shop-prod-catalogue-data');

describe.skipIf(hasNoBrowser)('an item', () => {
  it('opens with its verdict and lists what is open, with a way to the evidence in the configuration', async () => {
    const { page } = await journey.visit(await policy());
    const verdict = page.getByRole('region', { name: 'Verdict' });
    await reads(verdict, /, since .* 4 more issues are open\. \d+ open score/);
    const lines = page.getByRole('listitem').filter({ hasText: 'open since' });
    await expect.poll(async () => await lines.count(), polled).toBe(5);

    const config = page.getByRole('region', { name: 'Configuration' });
    const marked = config.locator('[data-mark]');
    await expect.poll(async () => await marked.count(), polled).toBeGreaterThan(0);
    const link = lines.getByRole('link', { name: /^evidence in / }).first();
    await link.click();
    const evidence = new URL(page.url()).hash.slice(1);
    expect(evidence).toMatch(/^evidence-/);
    await expect
      .poll(async () => await page.locator(`[id="${evidence}"]`).getAttribute('data-mark'), polled)
      .toMatch(/critical|high|medium|low|informational/);
    // The keys N and P go from one to the next without leaving the page.
    await page.keyboard.press('n');
    await reads(config, /Document/);
  });

  it('says what could not be read, since when, and which permission is missing', async () => {
    const { page } = await journey.visit(await bucket());
    await reads(page.getByRole('region', { name: 'Verdict' }), /1 check unknown a part could not be read/);
    await page.getByRole('listitem').filter({ hasText: 's3:GetBucketLogging' }).first().waitFor();
    const line = page.getByRole('region', { name: 'Configuration' }).locator('[data-mark=unreadable]');
    await reads(line, /not verified since Fri 20 Nov \d\d:\d\d, missing s3:GetBucketLogging/);
  });

  it('has a timeline; an entry shows what it changed, and two revisions can be compared', async () => {
    const { page } = await journey.visit(await bucket());
    const entries = page.locator('ol button');
    await expect.poll(async () => await entries.count(), polled).toBe(3);
    await reads(entries.first(), /(actor not collected|[a-z]+\.[a-z]+)/);
    await entries.nth(1).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('tab'), polled).toBe('diff');
    const text = page.getByRole('region', { name: 'Difference as text' });
    const added = text.locator('[data-kind=added]');
    await expect.poll(async () => await added.count(), polled).toBeGreaterThan(0);
    // In sentences first, then as text.
    await reads(page.locator('main'), /Policy\.Statement\[1\]/);
    await page.getByText('Side by side').click();
    await page.getByRole('region', { name: 'Difference side by side' }).waitFor();

    // From the first to the last nothing is left of what was changed and changed back.
    await entries.nth(0).click();
    await entries.nth(2).click({ modifiers: ['Shift'] });
    await reads(page.locator('main'), /Nothing differs between the two/);
    const shared = page.url();
    await page.reload();
    await whole(page);
    await reads(page.locator('main'), /Nothing differs between the two/);
    expect(page.url()).toBe(shared);
  });

  it('walks through its revisions with the keys [ and ]', async () => {
    const { page } = await journey.visit(await bucket());
    await page.locator('ol button').first().waitFor();
    await page.keyboard.press('d');
    await page.getByRole('region', { name: 'Difference as text' }).waitFor();
    await page.keyboard.press('[');
    const second = page.locator('ol button').nth(1);
    await expect.poll(async () => await second.getAttribute('aria-current'), polled).toBe('true');
    await page.keyboard.press(']');
    const first = page.locator('ol button').first();
    await expect.poll(async () => await first.getAttribute('aria-current'), polled).toBe('true');
  });

  it('shows the state of a moment, read only, and comes back to now', async () => {
    const { page } = await journey.visit(await bucket());
    await page.keyboard.press('t');
    await page.getByLabel('State as of').fill('2026-10-20T12:00');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    const bar = page.getByRole('note').filter({ hasText: 'read only' });
    await reads(bar, /As of 20 Oct 2026 12:00/);
    await reads(page.locator('h1'), /^So since 19 Oct 2026 10:54, the state that held then\.$/);
    expect(await page.getByRole('button', { name: /^(Rescan|Justify|Comment)/ }).count()).toBe(0);
    await reads(page.getByRole('region', { name: 'Configuration' }), /BlockPublicAcls/);
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Verdict' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('gives its bare JSON', async () => {
    const { page } = await journey.visit(`${await bucket()}?tab=raw`);
    const text = await page.getByLabel('JSON of shop-prod-catalogue-data').innerText();
    expect(JSON.parse(text)).toMatchObject({ Name: 'shop-prod-catalogue-data' });
  });

  it('takes a comment and shows it with its author', async () => {
    const { page } = await journey.visit(`${await policy()}?tab=comments`, { as: 'comment' });
    await page.getByText('Nobody has written about this item.').waitFor();
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'Comment' }).fill('Asked the owner, <b>waiting</b>.');
    await page.keyboard.press('Control+Enter');
    await reads(
      page.getByRole('listitem').filter({ hasText: 'Asked the owner' }),
      /^Person Who May comment just now Asked the owner, <b>waiting<\/b>\.$/,
    );
    await reads(page.getByRole('navigation', { name: 'Views of the item' }), /Comments 1/);
  });

  it('says that there is none where there is none', async () => {
    const { page } = await journey.visit('/items/00000000-0000-7000-8000-000000000000');
    await reads(page.locator('h1'), /^There is no such item$/);
  });
});
