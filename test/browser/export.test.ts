/** Every list of the pages as a file, narrowed as the page is. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { exported, linesOf } from './exported.ts';
import { accountPath } from './find.ts';
import { hasNoBrowser, reads, useJourney } from './journey.ts';

const journey = useJourney();

describe.skipIf(hasNoBrowser)('a list', () => {
  it.each([
    { path: '/', title: 'Changed in 24 hours', file: 'changes' },
    { path: '/accounts', title: 'Accounts', file: 'accounts' },
    { path: '/alerters', title: 'Deliveries', file: 'deliveries' },
    { path: '/people', title: 'People', file: 'people' },
    { path: '/people', title: 'What people changed', file: 'audit-log' },
  ])('is given beside its title: $title', async ({ path, title, file }) => {
    const { page } = await journey.visit(path);
    const download = await exported(page, /^CSV/, panelOf(page, title));
    expect(download.suggestedFilename()).toBe(`security-monkey-${file}-2026-11-23.csv`);
    const [head, ...lines] = await linesOf(download);
    expect(head).toMatch(/^(id|account),/);
    expect(lines.filter((line) => /(^|,)"?[=+\-@\t]/.test(line))).toEqual([]);
  });

  it.each([
    { path: '/coverage', name: /^Accounts by technologies: JSON/, file: 'coverage' },
    { path: '/coverage', name: /^Unknown checks: JSON/, file: 'unknowns' },
    { path: '/coverage', name: /^What could not be looked at: JSON/, file: 'failures' },
  ])('of coverage is given by its name: $file', async ({ path, name, file }) => {
    const { page } = await journey.visit(path);
    const download = await exported(page, name);
    expect(download.suggestedFilename()).toBe(`security-monkey-${file}-2026-11-23.jsonl`);
    expect((await linesOf(download)).length).toBeGreaterThan(1);
  });

  it('of scopes has those of the chosen state alone', async () => {
    const { page } = await journey.visit('/coverage?view=scopes&state=failed');
    await reads(page.locator('h1'), /^3 of [\d,]+ scopes could not be looked at/);
    const lines = await linesOf(await exported(page, /^Scopes: JSON/));
    expect(lines.map((line) => JSON.parse(line).state)).toEqual(['failed', 'failed', 'failed']);
  });

  it('of changes has those of the chosen account alone', async () => {
    const [, , id] = (await accountPath(journey.served(), 'demo-production')).split('/');
    const { page } = await journey.visit(`/?account=${id}`);
    const lines = await linesOf(await exported(page, /^JSON/, panelOf(page, 'Changed in 24 hours')));
    const accounts = lines.map((line) => JSON.parse(line).account);
    expect(accounts.length).toBeGreaterThan(1);
    expect(new Set(accounts)).toEqual(new Set(['demo-production']));
  });
});

function panelOf(page: Page, title: string): Locator {
  const heading = page.getByRole('heading', { name: title, exact: true, level: 2 });
  return page.locator('section').filter({ has: heading }).last();
}
