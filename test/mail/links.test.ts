/** Every link of a mail is a page of the web interface, with parameters that the page reads. */
import { readFileSync } from 'node:fs';
import type { Message } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { createLinks } from '../../packages/server/src/engine/messages/links.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { mailKinds, mailOf } from './scenes.ts';

const database = useTestDatabase();
const router = readFileSync(new URL('../../packages/web/src/app/router.tsx', import.meta.url), 'utf8');

/** The parameters of each page, by its path. */
const pages = new Map(
  [...router.matchAll(/path: '([^']+)',\n(?: {2}validateSearch: z\.object\(\{([^}]*)\}\),\n)?/g)].map(
    ([, path = '', search = '']) => [
      path,
      [...search.matchAll(/(\w+)(?:: text)?(?:,|$| )/g)].map(([, key]) => key),
    ],
  ),
);

/** The path as the router has it, and the parameters that the page does not read. */
function pageOf(href: string): readonly [string | undefined, readonly string[]] {
  const { pathname, searchParams } = new URL(href);
  const path = pathname.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '$id');
  const known = pages.get(path);
  return [
    known === undefined ? undefined : path,
    [...searchParams.keys()].filter((key) => !known?.includes(key)),
  ];
}

const hrefsOf = (message: Message): readonly string[] =>
  [...JSON.stringify(message).matchAll(/"href":"([^"]+)"/g)].map(([, href = '']) => href);

describe('links', () => {
  it.each(mailKinds)('of the %s mail are pages', async (kind) => {
    const hrefs = hrefsOf(await mailOf(database(), kind));
    expect(hrefs.length).toBeGreaterThan(4);
    expect(hrefs.map((href) => [href, ...pageOf(href)])).toEqual(
      hrefs.map((href) => [href, expect.any(String), []]),
    );
  });

  it('that few mails have are pages too', () => {
    const { coverage, openIssues, subscription } = createLinks('https://monkey.example.com');
    expect([coverage, openIssues('prod'), subscription('0192')].map((href) => pageOf(href ?? ''))).toEqual([
      ['/coverage', []],
      ['/issues', []],
      ['/alerters', []],
    ]);
  });
});
