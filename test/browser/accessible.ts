/** Whether everybody can read a page: what axe finds, and whether the page fits its window. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe calls serious or worse, with the places. */
export async function seriousProblems(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
    );
}

/** How far the page reaches beyond the window, once its fonts are there. */
export async function overhang(page: Page): Promise<number> {
  return await page.locator('html').evaluate(async (html) => {
    const { body, fonts } = html.ownerDocument;
    await fonts.ready;
    return Math.max(html.scrollWidth, body.scrollWidth) - html.clientWidth;
  });
}
