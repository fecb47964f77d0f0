/** Every page in both themes, wide and narrow: nothing that axe calls serious, and nothing that sticks out at the side. */
import { describe, expect, it } from 'vitest';
import { overhang, seriousProblems } from './accessible.ts';
import { hasNoBrowser, useJourney } from './journey.ts';
import { pageCases } from './pages.ts';

const journey = useJourney();

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
