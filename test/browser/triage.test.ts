/** Triage by keyboard alone: look, justify, go on, see its life, reopen; several at once. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasNoBrowser, polled, reads, useJourney } from './journey.ts';
import { focusedId, tabTo } from './keyboard.ts';

const journey = useJourney();

/** The ids of the issues that are drawn, from the top. */
async function drawnIssues(page: Page): Promise<readonly string[]> {
  return await page.locator('[role=row][id]').evaluateAll((rows) => rows.map(({ id }) => id));
}

/** Until every open group has its rows: those that come later stand above others. */
async function untilListed(page: Page): Promise<void> {
  await page.locator('[role=row][id]').first().waitFor();
  await expect.poll(async () => await page.getByText('Loading more').count(), polled).toBe(0);
}

async function untilGone(page: Page, ids: readonly string[]): Promise<void> {
  await expect
    .poll(async () => (await drawnIssues(page)).filter((id) => ids.includes(id)), polled)
    .toEqual([]);
}

async function openIssues(): Promise<Page> {
  const { page } = await journey.visit('/issues');
  await untilListed(page);
  return page;
}

describe.skipIf(hasNoBrowser)('triage by keyboard', () => {
  it('walks with J and K, and shows or hides with Space what the issue is about', async () => {
    const page = await openIssues();
    const [first, second] = await drawnIssues(page);
    const peek = page.getByRole('region', { name: 'The chosen issue' });
    await page.keyboard.press('j');
    await expect.poll(async () => await focusedId(page), polled).toBe(first);
    await reads(peek, /^1 of \d+/);
    await page.keyboard.press('j');
    await expect.poll(async () => await focusedId(page), polled).toBe(second);
    await reads(peek, /^2 of \d+/);
    await page.keyboard.press('k');
    await expect.poll(async () => await focusedId(page), polled).toBe(first);
    await page.keyboard.press(' ');
    await peek.waitFor({ state: 'detached' });
    await page.keyboard.press(' ');
    await reads(peek, /^1 of \d+/);
    await expect.poll(() => new URL(page.url()).searchParams.get('issue'), polled).toBe(first?.slice(4));
  });

  it('justifies with a reason: the issue leaves, the next one has the focus, its life tells, and it opens again', async () => {
    const page = await openIssues();
    const [first = '', second] = await drawnIssues(page);
    await page.keyboard.press('j');
    await expect.poll(async () => await focusedId(page), polled).toBe(first);
    await page.keyboard.press('a');
    await page.getByRole('textbox', { name: 'Reason' }).waitFor();
    await page.keyboard.type('A public download page, j k x');
    await page.keyboard.press('Control+Enter');
    await untilGone(page, [first]);
    await expect.poll(async () => await focusedId(page), polled).toBe(second);
    await reads(page.getByRole('status').filter({ hasText: 'justified' }), /1 issue justified\./);

    await tabTo(page, /^Justified/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator(`[id="${first}"]`).waitFor();
    await page.keyboard.press('j');
    await expect.poll(async () => await focusedId(page), polled).toBe(first);
    const peek = page.getByRole('region', { name: 'The chosen issue' });
    await reads(peek, /Life Person Who May admin justified it\. A public download page, j k x/);

    await page.keyboard.press('r');
    await untilGone(page, [first]);
    await tabTo(page, /^Open\d/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator(`[id="${first}"]`).waitFor();
    await untilListed(page);
    // The focus stayed with the place where it was; upwards it ends at the first row.
    for (const key of ['k', 'k', 'k']) await page.keyboard.press(key);
    await expect.poll(async () => await focusedId(page), polled).toBe(first);
    await reads(peek, /Person Who May admin reopened it\..*justified it\. A public download page/);
  });

  it('asks for a reason', async () => {
    const page = await openIssues();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.getByRole('textbox', { name: 'Reason' }).waitFor();
    await page.keyboard.press('Control+Enter');
    const form = page.locator('form').filter({ has: page.getByRole('textbox', { name: 'Reason' }) });
    expect(await form.getByRole('button', { name: 'Justify' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'The chosen issue' }).waitFor();
  });

  it('chooses with X and justifies all of them at once, and takes it back', async () => {
    const page = await openIssues();
    const [first = '', second = '', third = ''] = await drawnIssues(page);
    const step = async (id: string): Promise<void> => {
      await page.keyboard.press('j');
      await expect.poll(async () => await focusedId(page), polled).toBe(id);
      await page.keyboard.press('x');
    };
    await step(first);
    await step(second);
    await step(third);
    await page.keyboard.press('x');
    const bar = page.getByRole('toolbar', { name: 'The chosen issues' });
    await reads(bar, /^2 chosen/);
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'Justify 2 issues' }).waitFor();
    await page.keyboard.type('Both are meant to be open');
    await page.keyboard.press('Control+Enter');
    await untilGone(page, [first, second]);
    await expect.poll(async () => await focusedId(page), polled).toBe(third);
    await bar.waitFor({ state: 'detached' });
    const toast = page.getByRole('status').filter({ hasText: '2 issues justified.' });
    await toast.getByRole('button', { name: 'Reopen' }).press('Enter');
    await page.locator(`[id="${first}"]`).waitFor();
    await page.locator(`[id="${second}"]`).waitFor();
  });
});
