/** The forms of the settings: rows come and go, what is wrong is said where it is, and nothing that is typed is lost unasked. */
import { readFile } from 'node:fs/promises';
import type { JsonValue } from '@security-monkey/sdk';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { getSetting, setSetting } from '../../packages/server/src/engine/settings/settings.ts';
import { filledSetting } from './given-settings.ts';
import { hasNoBrowser, polled, reads, useJourney, whole } from './journey.ts';
import { focusedName } from './keyboard.ts';

const journey = useJourney();

/** At a time of its own, as every change has. */
const set = async (key: string, value: JsonValue): Promise<void> => {
  const { runtime, clock } = journey.served().world;
  clock.advance(1);
  await setSetting(runtime, 'somebody', { key, value });
};
const stored = async (key: string): Promise<JsonValue> =>
  await getSetting(journey.served().world.runtime.db, key);
const row = (page: Page | Locator, name: string): Locator => page.getByRole('group', { name, exact: true });
const add = async (page: Page | Locator, name: string): Promise<void> =>
  await page.getByRole('button', { name, exact: true }).click();
const save = async (page: Page): Promise<void> => await page.getByRole('button', { name: 'Save' }).click();
const state = (page: Page): Locator => page.locator('form [role=status]');

/** Types into a field that offers choices, and takes the one. */
async function choose(
  place: Locator,
  { field, choice }: { readonly field: string; readonly choice: string },
) {
  await place.getByRole('combobox', { name: field, exact: true }).fill(choice);
  await place
    .page()
    .getByRole('option', { name: new RegExp(`^${RegExp.escape(choice)}`) })
    .first()
    .click();
}

describe.skipIf(hasNoBrowser)('a network', () => {
  it('is added, said to be wrong at its field, corrected, saved, and seen again with who set it', async () => {
    await set('networks', []);
    const { page } = await journey.visit('/settings?key=networks');
    expect(new URL(page.url()).pathname).toBe('/settings/networks');
    await reads(state(page), /^Nothing changed\.$/);
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await add(page, 'Add a network');
    const first = row(page, 'Network 1');
    await expect.poll(async () => await focusedName(page), polled).toBe('Name');
    await reads(state(page), /^Not saved yet\.$/);
    await save(page);
    await reads(page.getByRole('alert'), /^Nothing was saved: 1 place is wrong\.$/);
    await reads(first, /Fill this in\./);
    expect(await first.getByLabel('Name').getAttribute('aria-invalid')).toBe('true');

    await first.getByLabel('Name').fill('office');
    await first.getByLabel('CIDR').fill('not a network');
    await save(page);
    await reads(first, /Is no network: write 203\.0\.113\.0\/24 or 2001:db8::\/32\./);
    expect(await first.getByLabel('CIDR').getAttribute('aria-invalid')).toBe('true');
    expect(await first.getByLabel('Name').getAttribute('aria-invalid')).not.toBe('true');
    await expect.poll(async () => await focusedName(page), polled).toBe('CIDR');
    expect(await stored('networks')).toEqual([]);

    await first.getByLabel('CIDR').fill('203.0.113.0/24');
    expect(await first.getByText('Is no network').count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    await reads(state(page), /^Saved\. The next audit judges 459 items of 26 technologies again\.$/);
    expect(await stored('networks')).toEqual([{ name: 'office', cidr: '203.0.113.0/24' }]);
    await page.reload();
    await whole(page);
    expect(await first.getByLabel('CIDR').inputValue()).toBe('203.0.113.0/24');
    await reads(page.getByRole('main'), /set (just now|in a moment) by Person Who May admin/);
    await reads(page.getByRole('navigation', { name: 'Settings' }), /Allowed networks\s*changed/);
  });

  it('called as another is refused at its name, and can be removed again', async () => {
    await set('networks', [{ name: 'office', cidr: '203.0.113.0/24' }]);
    const { page } = await journey.visit('/settings/networks');
    await add(page, 'Add a network');
    const second = row(page, 'Network 2');
    await second.getByLabel('Name').fill('office');
    await second.getByLabel('CIDR').fill('2001:db8::/32');
    await save(page);
    await reads(second, /Is the name of another network too\./);
    await second.getByRole('button', { name: 'Remove network 2' }).click();
    await reads(state(page), /^Nothing changed\.$/);
    expect(await focusedName(page)).toBe('Add a network');
    expect(await stored('networks')).toEqual([{ name: 'office', cidr: '203.0.113.0/24' }]);
  });

  it('is taken from a file of the first Security Monkey', async () => {
    await set('networks', [{ name: 'old', cidr: '192.0.2.0/24', notes: 'kept' }]);
    const { page } = await journey.visit('/settings/networks');
    const file = (text: string) => ({
      name: 'networks.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    const input = page.locator('input[type=file]');
    await input.setInputFiles(file('{'));
    await reads(page.getByRole('alert'), /^The file is no JSON: /);
    await input.setInputFiles(file('{"office": "203.0.113.0/24", "lab": "nowhere"}'));
    await reads(page.getByRole('main'), /networks\.json: 2 networks/);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await reads(page.getByRole('alert'), /is no network/);
    await input.setInputFiles(file('{"office": "203.0.113.0/24"}'));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await reads(page.getByRole('main'), /Networks: 1 added, 0 changed, 0 unchanged, 0 removed\./);
    expect(await row(page, 'Network 2').getByLabel('Name').inputValue()).toBe('office');
    expect(await stored('networks')).toEqual([
      { name: 'old', cidr: '192.0.2.0/24', notes: 'kept' },
      { name: 'office', cidr: '203.0.113.0/24' },
    ]);
  });
});

describe.skipIf(hasNoBrowser)('an override', () => {
  it('for a pattern of accounts is made from choices, scores the issues there anew, and only there', async () => {
    await set('overrides', {});
    const { page } = await journey.visit('/settings/overrides');
    await add(page, 'Add an account');
    const account = row(page, 'Account 1');
    await account.getByLabel('Account').first().fill('demo-st*');
    await add(account, 'Add a check');
    const check = row(account, 'Check 1');
    await choose(check, { field: 'Check', choice: 'aws.s3-bucket.versioning-disabled' });
    await check.getByLabel('Score').fill('11');
    await save(page);
    await reads(check, /Give 0 to 10\./);
    expect(await stored('overrides')).toEqual({});
    await check.getByLabel('Score').fill('9');
    await save(page);
    await reads(state(page), /^Saved\. The next audit judges \d+ items of 1 technology again\.$/);
    expect(await stored('overrides')).toEqual({
      'demo-st*': { 'aws.s3-bucket.versioning-disabled': { score: 9 } },
    });
    await journey.served().audit();
    const found = `${journey.served().url}/issues?query=check:aws.s3-bucket.versioning-disabled`;
    await page.goto(`${found}+score>=9`);
    await reads(page.locator('h1'), /^8 issues are open, 8 of them critical\.$/);
    await page.goto(`${found}+score<9`);
    await reads(page.locator('h1'), /^1 issue is open/);
    await page.goto(`${found}+score<9+account:demo-staging`);
    await reads(page.locator('h1'), /^No issue that matches is open\.$/);
  });

  it('has the options of the check that is chosen, and loses them with it', async () => {
    await set('overrides', {});
    const { page } = await journey.visit('/settings/overrides');
    await add(page, 'Add an account');
    const account = row(page, 'Account 1');
    await account.getByLabel('Account').first().fill('*');
    await add(account, 'Add a check');
    const check = row(account, 'Check 1');
    expect(await check.getByRole('button', { name: 'Set options' }).count()).toBe(0);
    await choose(check, { field: 'Check', choice: 'aws.account.password-length' });
    await add(check, 'Set options');
    await check.getByLabel('Min').fill('5');
    await save(page);
    await reads(check, /Give 6 to 128\./);
    await check.getByLabel('Min').fill('20');
    await save(page);
    await reads(state(page), /^Saved\./);
    expect(await stored('overrides')).toEqual({
      '*': { 'aws.account.password-length': { options: { min: 20 } } },
    });
    await choose(check, { field: 'Check', choice: 'aws.kms-key.rotation-disabled' });
    expect(await check.getByLabel('Min').count()).toBe(0);
    await check.getByRole('combobox', { name: 'On', exact: true }).click();
    await page.getByRole('option', { name: 'Off', exact: true }).click();
    await save(page);
    await reads(state(page), /^Saved\./);
    expect(await stored('overrides')).toEqual({
      '*': { 'aws.kms-key.rotation-disabled': { enabled: false } },
    });
  });
});

describe.skipIf(hasNoBrowser)('an entry of the ignore list', () => {
  it('has to say what it ignores, where every name is not the same as none', async () => {
    await set('ignore', []);
    const { page } = await journey.visit('/settings/ignore');
    await add(page, 'Add an entry');
    const entry = row(page, 'Entry 1');
    await entry.getByLabel('Name', { exact: true }).fill('all');
    await save(page);
    await reads(entry, /Names nothing to ignore: give prefix, tag or arn\./);
    await entry.getByLabel('Every name').check();
    await choose(entry, { field: 'Technology', choice: 'SQS queue' });
    await save(page);
    await reads(state(page), /^Saved\./);
    expect(await stored('ignore')).toEqual([{ name: 'all', technology: 'aws.sqs-queue', prefix: '' }]);
  });
});

describe.skipIf(hasNoBrowser)('what is watched, and how often', () => {
  it('is switched off for one technology in one account', async () => {
    await set('activation', {});
    const { page } = await journey.visit('/settings/activation');
    await add(page, 'Add an account');
    const account = row(page, 'Account 1');
    await account.getByLabel('Account').first().fill('demo-staging');
    await add(account, 'Add a technology');
    const technology = row(account, 'Technology 1');
    await choose(technology, { field: 'Technology', choice: 'KMS key' });
    expect(await technology.getByRole('switch', { name: 'Watched' }).isChecked()).toBe(false);
    await save(page);
    await reads(state(page), /^Saved\. No item has to be judged again\.$/);
    expect(await stored('activation')).toEqual({
      technologies: {},
      accounts: { 'demo-staging': { 'aws.kms-key': false } },
    });
  });

  it('takes minutes within their limits only, and back to what it was with Undo', async () => {
    await set('intervals', { minutes: 60 });
    const { page } = await journey.visit('/settings/intervals');
    const minutes = page.getByLabel('Minutes').first();
    await minutes.fill('43201');
    await save(page);
    await reads(page.getByRole('main'), /Give 1 to 43,200\./);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await minutes.inputValue()).toBe('60');
    await reads(state(page), /^Nothing changed\.$/);
    expect(await stored('intervals')).toEqual({ minutes: 60, technologies: {} });
  });
});

describe.skipIf(hasNoBrowser)('what is typed and not saved', () => {
  it('is kept when one chooses to stay, and left when one says so', async () => {
    const { page } = await journey.visit(await filledSetting(journey.served(), 'networks'));
    const name = row(page, 'Network 1').getByLabel('Name');
    await name.fill('headquarters');
    await page.getByRole('link', { name: 'Intervals' }).click();
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await question.waitFor();
    await reads(question, /What you changed at “Allowed networks” is not saved\./);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await name.inputValue()).toBe('headquarters');
    await page.getByRole('link', { name: 'Intervals' }).click();
    await question.getByRole('button', { name: 'Leave it' }).click();
    await page.getByRole('heading', { name: 'Intervals' }).waitFor();
    await page.getByRole('link', { name: 'Allowed networks' }).click();
    await expect.poll(async () => await name.inputValue(), polled).toBe('office');
  });

  it('does not take the place of what somebody else set meanwhile', async () => {
    await set('intervals', { minutes: 60 });
    const { page } = await journey.visit('/settings/intervals');
    const minutes = page.getByLabel('Minutes').first();
    await minutes.fill('10');
    await set('intervals', { minutes: 20 });
    await save(page);
    await reads(page.getByRole('alert'), /^somebody set it since you began\./i);
    expect(await stored('intervals')).toEqual({ minutes: 20, technologies: {} });
    expect(await minutes.inputValue()).toBe('10');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await minutes.inputValue()).toBe('20');
  });
});

describe.skipIf(hasNoBrowser)('an export', () => {
  it('is a file that settings import takes', async () => {
    const { page } = await journey.visit(await filledSetting(journey.served(), 'intervals'));
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('intervals.json');
    const text = await readFile(await download.path(), 'utf8');
    expect(JSON.parse(text)).toEqual({ intervals: await stored('intervals') });
  });
});
