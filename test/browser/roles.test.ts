/** What each role is offered, and what stands where a role is missing. */
import { describe, expect, it } from 'vitest';
import { seriousProblems } from './accessible.ts';
import { accountPath, itemPath } from './find.ts';
import { filledSetting } from './given-settings.ts';
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
      expect(places.filter((place) => place.includes('People'))).toEqual([]);
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

  it.each(['/people', '/accounts/new'])('is told at %s which role it takes', async (path) => {
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

describe.skipIf(hasNoBrowser)('the settings, for a person who may only look', () => {
  it.each(['networks', 'ignore', 'checks', 'overrides', 'intervals', 'activation', 'knownAccounts'])(
    'show what is set at %s, and nothing to change it by',
    async (key) => {
      const { page } = await journey.visit(await filledSetting(journey.served(), key), { as: 'view' });
      const main = page.getByRole('main');
      await reads(main, /Changing it takes the role admin\./);
      await reads(main, shownOf[key] ?? /^$/);
      expect(await main.locator('input, textarea, select, [role=switch]').count()).toBe(0);
      expect(await main.getByRole('button').allInnerTexts()).toEqual(['Export all', 'Export']);
      expect(await seriousProblems(page)).toEqual([]);
    },
  );

  it('leave out the alerters, whose options may be secret, and say so', async () => {
    const { page } = await journey.visit('/settings/alerters', { as: 'view' });
    await reads(page.getByRole('main'), /There is no such setting Or it is for administrators only/);
    const list = page.getByRole('navigation', { name: 'Settings' });
    expect(await list.getByRole('link', { name: 'Alerters' }).count()).toBe(0);
  });
});

const shownOf: Readonly<Record<string, RegExp>> = {
  networks: /office CIDR 203\.0\.113\.0\/24 Account All accounts Notes third floor/,
  ignore: /Beginning of the name Every name Tag env=no-such/,
  checks: /aws\.account\.password-length On Not set Score 4 Options Min 16/,
  overrides: /demo-\* .*aws\.account\.password-reuse On On Score 2/,
  intervals: /Minutes 30 .*S3 bucket Minutes 5 .*demo-\* Minutes 600 .*KMS key Minutes 15/,
  activation: /SQS queue Watched On .*demo-staging .*SQS queue Watched Off/,
  knownAccounts: /Providers' accounts .*[Ll]oad/,
};

describe.skipIf(hasNoBrowser)('a person who may justify', () => {
  it('is offered that, and to read the settings', async () => {
    const { page } = await journey.visit(await itemPath(journey.served(), 'data-reporting-access'), {
      as: 'justify',
    });
    await page.getByRole('button', { name: 'Justify' }).first().waitFor();
    await page.goto(`${journey.served().url}/settings`);
    await reads(page.getByRole('main'), /Changing it takes the role admin\./);
  });
});
