/** What each role is offered, and what stands where a role is missing. */
import { describe, expect, it } from 'vitest';
import { accountPath, itemPath } from './find.ts';
import { hasNoBrowser, reads, useJourney, whole } from './journey.ts';

const journey = useJourney();
const acts = /^(Justify|Reopen|Comment|Rescan now|Add an account|Save|Try them|Remove)/;

describe.skipIf(hasNoBrowser)('a person who may only look', () => {
  it.each(['/', '/issues', '/items', '/coverage', '/checks', '/accounts', '/about'])(
    'sees %s and is offered nothing that changes something',
    async (path) => {
      const { page } = await journey.visit(path, { as: 'view' });
      await reads(page.locator('h1'), /\w/);
      expect(await page.getByRole('main').getByRole('button', { name: acts }).allInnerTexts()).toEqual([]);
      expect(await page.getByRole('main').getByRole('link', { name: acts }).allInnerTexts()).toEqual([]);
      const places = await page
        .getByRole('navigation', { name: 'Main' })
        .first()
        .getByRole('link')
        .allInnerTexts();
      expect(places.filter((place) => /Settings|People/.test(place))).toEqual([]);
    },
  );

  it('is offered nothing on an item, in the peek of an issue, on an account or on a check', async () => {
    const { page } = await journey.visit(await itemPath(journey.served(), 'data-reporting-access'), {
      as: 'view',
    });
    for (const path of [
      '/issues',
      await accountPath(journey.served(), 'demo-production'),
      '/checks/aws.kms-key.rotation-disabled',
    ]) {
      expect(await page.getByRole('main').getByRole('button', { name: acts }).allInnerTexts()).toEqual([]);
      await page.goto(`${journey.served().url}${path}`);
      await whole(page);
    }
    await page.goto(`${journey.served().url}/issues`);
    await page.locator('[role=row][id]').first().click();
    await page.getByRole('region', { name: 'The chosen issue' }).waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('c');
    const peek = page.getByRole('region', { name: 'The chosen issue' });
    expect(await peek.getByRole('button', { name: acts }).allInnerTexts()).toEqual([]);
    expect(await peek.getByRole('textbox').count()).toBe(0);
  });

  it.each(['/settings', '/people', '/accounts/new'])('is told at %s which role it takes', async (path) => {
    const { page } = await journey.visit(path, { as: 'view' });
    await reads(page.locator('h1'), /^Not allowed$/);
    await reads(
      page.getByRole('main'),
      /That takes the role admin, and yours is view\. Ask an administrator for it\./,
    );
    expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);
    await page
      .getByRole('navigation', { name: 'Main' })
      .first()
      .getByRole('link', { name: 'Issues' })
      .waitFor();
  });
});

describe.skipIf(hasNoBrowser)('a person who may justify', () => {
  it('is offered that, and not the settings', async () => {
    const { page } = await journey.visit(await itemPath(journey.served(), 'data-reporting-access'), {
      as: 'justify',
    });
    await page.getByRole('button', { name: 'Justify' }).first().waitFor();
    await page.goto(`${journey.served().url}/settings`);
    await reads(page.locator('h1'), /^Not allowed$/);
  });
});
