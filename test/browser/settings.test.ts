/** A change of the settings judges again: issues go, score anew and come back. */
import { describe, expect, it } from 'vitest';
import { hasNoBrowser, reads, useJourney, whole } from './journey.ts';

const journey = useJourney();
const rotation = '/checks/aws.kms-key.rotation-disabled';
const found = '/issues?query=check:aws.kms-key.rotation-disabled';

describe.skipIf(hasNoBrowser)('a check that is switched off', () => {
  it('says what follows, retires its issues at the next audit, and finds them again when it is on', async () => {
    const { page } = await journey.visit(rotation);
    await page.getByLabel('On', { exact: true }).uncheck();
    await page.getByText('Retires 16 issues; 0 of them justified.').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await reads(page.getByRole('status'), /Saved; it holds from the next audit on\./);
    await page.reload();
    await whole(page);
    expect(await page.getByLabel('On', { exact: true }).isChecked()).toBe(false);

    await page.goto(`${journey.served().url}${found}`);
    await reads(page.locator('h1'), /^16 issues are open/);
    await journey.served().audit();
    await page.reload();
    await reads(page.locator('h1'), /^No issue that matches is open\.$/);

    await page.goto(`${journey.served().url}${rotation}`);
    await page.getByLabel('On', { exact: true }).check();
    await page.getByText('Judges every item of its technology again.').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await reads(page.getByRole('status'), /Saved/);
    await journey.served().audit();
    await page.goto(`${journey.served().url}${found}`);
    await reads(page.locator('h1'), /^16 issues are open/);
  });
});

describe.skipIf(hasNoBrowser)('a score of our own', () => {
  it('is seen again after a reload, and scores the issues anew at the next audit', async () => {
    const { page } = await journey.visit('/checks/aws.s3-bucket.versioning-disabled');
    await page.getByLabel('Own score').fill('9');
    await page.getByText('Scores 9 issues anew.').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await reads(page.getByRole('status'), /Saved/);
    await page.reload();
    await whole(page);
    expect(await page.getByLabel('Own score').inputValue()).toBe('9');
    await journey.served().audit();
    await page.goto(`${journey.served().url}/issues?query=check:aws.s3-bucket.versioning-disabled`);
    await reads(page.locator('h1'), /^9 issues are open, 9 of them critical\.$/);
    await page.locator('[role=row][id]').first().click();
    await reads(
      page.getByRole('region', { name: 'The chosen issue' }),
      /Critical 9 .*Scored 9 instead of \d, because the settings of its check changed\./,
    );
  });
});
