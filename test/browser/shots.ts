/** Pictures of pages for looking at: `node --conditions=@security-monkey/source test/browser/shots.ts ADDRESS DIRECTORY COOKIE PATH…`; with NOW=1 at the time of the machine, not of the story. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openPage, startBrowser } from './browser.ts';

const [address = '', directory = '', cookie = '', ...paths] = process.argv.slice(2);
const sizes = (process.env['SIZES'] ?? '1440,1024,390').split(',').map(Number);
const schemes = (process.env['SCHEMES'] ?? 'light,dark').split(',');

await mkdir(directory, { recursive: true });
const browser = await startBrowser();
const cookies = [
  {
    name: 'security-monkey',
    value: cookie,
    domain: '127.0.0.1',
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax' as const,
  },
];
const looks = paths.flatMap((path) =>
  sizes.flatMap((width) => schemes.map((scheme) => ({ path, width, scheme }))),
);
for (const look of looks) await shoot(look);
await browser.close();

type Look = { readonly path: string; readonly width: number; readonly scheme: string };

/** One picture; behind the path may stand keys to press first. */
async function shoot({ path, width, scheme }: Look): Promise<void> {
  const { page, context, complaints } = await openPage(browser, {
    width,
    height: width < 640 ? 844 : 1000,
    scheme: scheme === 'dark' ? 'dark' : 'light',
    cookies,
    isTimed: process.env['NOW'] === '1',
  });
  const [route = '', ...keys] = path.split(' ');
  await page.goto(`${address}${route}`, { waitUntil: 'networkidle' });
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-label=Loading]').waitFor({ state: 'detached' });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
  await page.waitForTimeout(400);
  await page.screenshot({
    path: join(directory, `${nameOf(path)}-${width}-${scheme}.png`),
    fullPage: process.env['FULL'] === '1',
  });
  for (const complaint of complaints) console.log(`${path} ${width} ${scheme}: ${complaint}`);
  await context.close();
}

function nameOf(path: string): string {
  const words = path.replaceAll(/[^a-zA-Z0-9]+/g, '-').replace(/^-/, '');
  return words.slice(0, 60) || 'home';
}
