/** A list taken from a page as a file. */
import type { Download, Locator, Page } from 'playwright-core';

/** What the page gives when `name` is chosen in the export menu of a part of it, or of the page. */
export async function exported(page: Page, name: RegExp, part: Page | Locator = page): Promise<Download> {
  await part.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name }).click(),
  ]);
  return download;
}

export async function linesOf(download: Download): Promise<readonly string[]> {
  const parts = await Array.fromAsync(await download.createReadStream(), (part: Buffer) => part.toString());
  return parts.join('').trim().split(/\r?\n/);
}
