/** Every page in both themes, wide and narrow: nothing that axe calls serious, and nothing that sticks out at the side. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasNoBrowser, useJourney } from './journey.ts';
import { pageCases } from './pages.ts';

const journey = useJourney();

/** What axe calls serious or worse, with the places. */
async function seriousProblems(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
    );
}

/** How far the page reaches beyond the window, once its fonts are there. */
async function overhang(page: Page): Promise<number> {
  return await page.locator('html').evaluate(async (html) => {
    const { body, fonts } = html.ownerDocument;
    await fonts.ready;
    return Math.max(html.scrollWidth, body.scrollWidth) - html.clientWidth;
  });
}

describe.skipIf(hasNoBrowser).each(pageCases)('$name', ({ path, isPublic }) => {
  it.each([
    [1440, ['light', 'dark']],
    [1024, ['light']],
    [390, ['light', 'dark']],
  ] as const)('at %d px', async (width, schemes) => {
    const served = journey.served();
    const as = isPublic === true ? 'nobody' : 'admin';
    const { page } = await journey.visit(await path(served), {
      as,
      width,
      height: width === 390 ? 844 : 1000,
    });
    expect(await overhang(page)).toBe(0);
    expect(await page.locator('h1').count()).toBe(1);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' });
      expect(await seriousProblems(page)).toEqual([]);
    }
  });
});
