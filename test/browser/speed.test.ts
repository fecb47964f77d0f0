/** How fast the pages feel on this machine: printed, not held to anything, because machines differ. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasNoBrowser, reads, useJourney, whole } from './journey.ts';

const journey = useJourney();

/** Milliseconds until the largest thing of the page was painted, and what it was. */
async function largestPaint(page: Page): Promise<{ readonly ms: number; readonly what: string }> {
  return await page.locator('html').evaluate(
    async (html) =>
      await new Promise((resolve) => {
        const view = html.ownerDocument.defaultView;
        const observer = new view.PerformanceObserver(
          (list: { getEntries: () => readonly LargestPaint[] }) => {
            const last = list.getEntries().at(-1);
            resolve({
              ms: Math.round(last?.startTime ?? 0),
              what: last?.element?.textContent?.slice(0, 60) ?? '',
            });
          },
        );
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

type LargestPaint = {
  readonly startTime: number;
  readonly element: { readonly textContent: string | null } | null;
};

/** Milliseconds from the key until the frame after what it does was painted. */
async function timeOfKey(page: Page, key: string): Promise<number> {
  await page.locator('html').evaluate((html) => {
    const view = html.ownerDocument.defaultView;
    view.addEventListener(
      'keydown',
      (event: { readonly timeStamp: number }) => {
        view.requestAnimationFrame(() =>
          view.setTimeout(() => {
            html.dataset['took'] = String(Math.round(view.performance.now() - event.timeStamp));
          }),
        );
      },
      { once: true, capture: true },
    );
  });
  await page.keyboard.press(key);
  await page.locator('html[data-took]').waitFor({ state: 'attached' });
  return await page.locator('html').evaluate((html) => {
    const took = Number(html.dataset['took']);
    delete html.dataset['took'];
    return took;
  });
}

describe.skipIf(hasNoBrowser)('speed', () => {
  it('of the first paint and of keys, in milliseconds', async () => {
    const { page } = await journey.visit('/', { isTimed: true });
    const cold = await largestPaint(page);
    await page.reload();
    await whole(page);
    const warm = await largestPaint(page);
    await page.goto(`${journey.served().url}/issues`);
    await page.locator('[role=row][id]').first().waitFor();
    await whole(page);
    const down = [];
    for (let step = 0; step < 10; step += 1) down.push(await timeOfKey(page, 'j'));
    const others = {
      x: await timeOfKey(page, 'x'),
      space: await timeOfKey(page, ' '),
      a: await timeOfKey(page, 'a'),
    };
    console.log('largest paint of the dashboard, cold', cold, 'warm', warm);
    console.log('keys on the issues: j', down.join(' '), others);
    await reads(page.getByRole('heading', { level: 3 }).first(), /\w/);
    expect(cold.ms).toBeGreaterThan(0);
  });
});
