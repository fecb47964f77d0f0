/** The ready-made questions about issues: each is understood, found in the address, and told by its name. */
import { describe, expect, it } from 'vitest';
import { issueViews } from '../../packages/web/src/features/issues/issue-views.ts';
import { hasNoBrowser, polled, reads, useJourney, whole } from './journey.ts';

const journey = useJourney();

describe.skipIf(hasNoBrowser)('the views of the issues', () => {
  it('open by the keyboard, keep the stage, and stand in the address', async () => {
    const { page } = await journey.visit('/issues?sort=opened');
    await page.getByRole('button', { name: 'Views' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Internet accessible' }).press('Enter');
    await expect
      .poll(() => new URL(page.url()).searchParams.get('query'), polled)
      .toBe('category:internet-accessible');
    expect(new URL(page.url()).searchParams.get('sort')).toBe('opened');
    await whole(page);
    await reads(page.locator('h1'), /^\d+ issues are open/);
    await page.getByRole('button', { name: 'View: Internet accessible' }).waitFor();
  });

  it.each(issueViews)('$label is a question that the product understands', async ({ query }) => {
    const { page } = await journey.visit(`/issues?query=${encodeURIComponent(query)}`);
    await whole(page);
    await reads(page.locator('h1'), /issue/);
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
