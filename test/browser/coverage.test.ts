/** What could not be looked at: from the notice on the dashboard to the exact permission that is missing. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasNoBrowser, polled, reads, useJourney, whole } from './journey.ts';
import { focusedName } from './keyboard.ts';

const journey = useJourney();

/** Opens the coverage and waits until it also knows what was read in part: rows move when that comes. */
async function openCoverage(): Promise<Page> {
  const { page } = await journey.visit('/coverage');
  await page.getByRole('button', { name: /^aws\.s3-bucket in demo-production: .* are unknown/ }).waitFor();
  return page;
}

describe.skipIf(hasNoBrowser)('a denied call', () => {
  it('is said above everything on the dashboard, and leads to the coverage', async () => {
    const { page } = await journey.visit('/');
    const notice = page.getByRole('note').filter({ hasText: 'could not be looked at' });
    await reads(
      notice,
      /^3 of [\d,]+ scopes could not be looked at and 9 items could be read in part only\./,
    );
    await reads(notice, /Missing permission s3:GetBucketLogging in demo-production/);
    await reads(notice, /9 checks are unknown/);
    const isAbove = await notice.evaluate(
      (element) =>
        element.getBoundingClientRect().top <
        (element.parentElement?.querySelector('h1')?.getBoundingClientRect().top ?? 0),
    );
    expect(isAbove).toBe(true);
    await notice.getByRole('link', { name: 'Open coverage' }).click();
    await expect.poll(() => new URL(page.url()).pathname, polled).toBe('/coverage');
    await reads(page.locator('h1'), /scope/);
  });

  it('is in the strip under the chart from the day on which it was first denied, and in its table', async () => {
    const { page } = await journey.visit('/');
    const panel = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Open issues, day by day' }) })
      .last();
    await reads(panel, /9 checks are unknown now\. Before, at least as many as shown/);
    const strip = panel.getByRole('img', { name: /^Unknown checks: at least 0 at first, 9 now/ });
    await expect.poll(async () => await strip.locator('rect[fill^="url(#"]').count(), polled).toBe(4);
    await panel.getByRole('button', { name: 'As a table' }).click();
    const unknown = panel.locator('tbody tr td:last-child');
    expect((await unknown.allInnerTexts()).slice(0, 6)).toEqual(['9', '9+', '9+', '9+', '0+', '0+']);
  });

  it('has its cell in the matrix, named in words', async () => {
    const page = await openCoverage();
    await reads(page.locator('h1'), /^3 of [\d,]+ scopes could not be looked at, the oldest since /);
    const names = async (): Promise<readonly string[]> =>
      await page
        .getByRole('gridcell')
        .getByRole('button')
        .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
    await expect
      .poll(async () => (await names()).filter((name) => /demo-analytics: could not look/.test(name)), polled)
      .toEqual([
        expect.stringMatching(
          /^aws\.kms-key in demo-analytics: could not look at 1 of 3 regions, denied by a policy of the organisation kms:ListKeys/,
        ),
      ]);
    expect(await names()).toContainEqual(
      expect.stringMatching(/^aws\.s3-bucket in demo-production: .*missing permission s3:GetBucketLogging/),
    );
    expect(await names()).toContainEqual(expect.stringMatching(/^aws\.sqs-queue in demo-staging: complete/));
    expect(await names()).toContainEqual(
      expect.stringMatching(/ in hostile-provider: could not look at 1 of 2/),
    );
  });

  it('is told with the exact missing permission, by keys, and also after a reload', async () => {
    const page = await openCoverage();
    const cell = page.getByRole('button', { name: /^aws\.s3-bucket in demo-production: / });
    await cell.focus();
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(async () => await focusedName(page), polled)
      .toMatch(/^(?!aws\.s3-bucket).* in demo-production: /);
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(async () => await focusedName(page), polled)
      .toMatch(/^aws\.s3-bucket in demo-production: /);
    await page.keyboard.press('Enter');
    const peek = page.getByRole('region', { name: 'The chosen cell' });
    await reads(peek, /^demo-production, S3 buckets? /i);
    await peek.getByRole('button', { name: 'Copy the permission: s3:GetBucketLogging' }).waitFor();
    await reads(peek, /9 checks are unknown/);
    await expect.poll(() => new URL(page.url()).searchParams.get('cell'), polled).toMatch(/aws\.s3-bucket$/);
    await page.reload();
    await whole(page);
    await reads(peek, /AccessDenied: not authorized to perform s3:GetBucketLogging/);
  });

  it('of the organisation is told apart from a permission that is missing', async () => {
    const page = await openCoverage();
    await page.getByRole('button', { name: /^aws\.kms-key in demo-analytics: / }).click();
    const peek = page.getByRole('region', { name: 'The chosen cell' });
    await reads(peek, /Could not look in 1 of 3 regions/);
    await reads(peek, /Denied by a policy of the organisation/);
    await reads(peek, /explicit deny in a service control policy/);
    await reads(
      peek,
      /To fix it A policy of the organisation forbids it: exempt the role that Security Monkey uses/,
    );
    await page.getByRole('button', { name: /^hostile\.thing in hostile-provider: / }).click();
    await peek.getByRole('button', { name: 'Copy the permission: hostile:List' }).waitFor();
    await reads(peek, /To fix it Grant hostile:List to the role that Security Monkey uses/);
  });
});
