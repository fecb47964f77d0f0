/** The first run: from the one-time link to the first issue, and signing in again. */
import { describe, expect, it } from 'vitest';
import { hasNoBrowser, reads, useJourney, whole } from './journey.ts';

const journey = useJourney();
const email = 'ada@example.com';
const secret = 'a whole sentence is fine';

describe.skipIf(hasNoBrowser)('whoever starts it for the first time', () => {
  it('comes by the one-time link to the dashboard, and from there to the first issue and its item', async () => {
    const { page } = await journey.visit(journey.served().firstLink, { as: 'nobody' });
    await reads(page.locator('h1'), /^Create the first administrator$/);
    await page.getByLabel('Name').fill('Ada Lovelace');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(secret);
    await page.getByRole('button', { name: 'Create and sign in' }).click();

    await reads(page.locator('h1'), /issues are open/);
    await page.getByRole('note').filter({ hasText: 'simulated organisation' }).waitFor();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Issues' }).click();
    await reads(page.locator('h1'), /issues are open, \d+ of them critical/);

    const first = page
      .getByRole('grid', { name: 'Issues' })
      .getByRole('row')
      .filter({ has: page.getByRole('checkbox') })
      .first();
    await first.click();
    const peek = page.getByRole('region', { name: 'The chosen issue' });
    const sentence = (await peek.getByRole('heading', { level: 2 }).innerText()).trim();
    await peek.getByRole('button', { name: 'Open item' }).click();
    await page.getByRole('region', { name: 'Verdict' }).waitFor();
    await whole(page);
    const issues = page.getByRole('listitem').filter({ hasText: 'open since' });
    await reads(
      issues.filter({ hasText: new RegExp(sentence.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i') }),
      /open since/,
    );
  });

  it('cannot use the link again', async () => {
    const { page } = await journey.visit(journey.served().firstLink, { as: 'nobody' });
    await reads(page.locator('h1'), /^This link cannot be used$/);
    await page.getByText('It was used already, has expired, or was replaced by a newer one.').waitFor();
  });

  it('signs in, is told of a wrong password, goes on to where they wanted, and signs out', async () => {
    const { page } = await journey.visit('/issues?tab=justified', { as: 'nobody' });
    await reads(page.locator('h1'), /^Sign in$/);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not the sentence');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await reads(page.getByRole('alert'), /^The address and the password do not belong together\./);
    await page.getByLabel('Password', { exact: true }).fill(secret);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation', { name: 'Stage' }).waitFor();
    expect(new URL(page.url()).search).toBe('?tab=justified');

    await page.getByRole('button', { name: 'Ada Lovelace: menu' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await reads(page.locator('h1'), /^Sign in$/);
    await page.goto(`${journey.served().url}/items`);
    await reads(page.locator('h1'), /^Sign in$/);
  });
});
