/** Registers a test of every page at some widths: nothing that axe calls serious, one heading, nothing that sticks out at the side. */
import { describe, expect, it } from 'vitest';
import { overhang, seriousProblems } from './accessible.ts';
import { hasNoBrowser, useJourney } from './journey.ts';
import { pageCases } from './pages.ts';

export type Seen = {
  readonly width: number;
  readonly height: number;
  readonly schemes: readonly ('light' | 'dark')[];
};

export function testEveryPage(seen: readonly Seen[]): void {
  const journey = useJourney();
  describe.skipIf(hasNoBrowser).each(pageCases)('$name', ({ path, isPublic }) => {
    it.each(seen)('at $width px', async ({ schemes, ...size }) => {
      const as = isPublic === true ? 'nobody' : 'admin';
      const { page } = await journey.visit(await path(journey.served()), { as, ...size });
      expect(await overhang(page)).toBe(0);
      expect(await page.locator('h1').count()).toBe(1);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' });
        expect(await seriousProblems(page)).toEqual([]);
      }
    });
  });
}
