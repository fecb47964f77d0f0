/** Every mail in a browser, light and dark, wide and narrow; SECURITY_MONKEY_TEST_PICTURES names a directory that keeps the pictures. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../packages/alerters/src/mail/render-html.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { hasBrowser, type Look, lookAt } from './browser.ts';
import { mailKinds, mailOf } from './scenes.ts';

const database = useTestDatabase();
const directory = process.env['SECURITY_MONKEY_TEST_PICTURES'];

const looks: readonly Look[] = [
  { width: 600, scheme: 'light' },
  { width: 600, scheme: 'dark' },
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
];

const colours = {
  light: { ground: 'rgb(255, 255, 255)', text: 'rgb(27, 32, 37)' },
  dark: { ground: 'rgb(22, 27, 30)', text: 'rgb(232, 234, 231)' },
};

describe.skipIf(!hasBrowser)('in a browser', () => {
  it.each(mailKinds)('the %s mail fits and has its colours', async (kind) => {
    const html = renderHtml(await mailOf(database(), kind));
    for (const look of looks) {
      const picture = directory && join(directory, `mail-${kind}-${look.width}-${look.scheme}.png`);
      const { height, beginning, ...seen } = lookAt(html, { ...look, picture });
      expect(seen).toEqual({ overflow: 0, ...colours[look.scheme] });
      expect(beginning).toContain(' · Fri 20 Nov 2026');
      expect(height).toBeGreaterThan(600);
    }
  });

  it('a name that cannot be broken does not make a mail wider than the screen', async () => {
    const name = 'x'.repeat(300);
    const html = renderHtml({
      key: 'k',
      subject: name,
      at: '2026-01-01T00:00:00.000Z',
      blocks: [
        { kind: 'sentence', text: [{ code: name }] },
        { kind: 'facts', facts: [{ label: 'Item', text: [{ code: name }] }] },
        {
          kind: 'rows',
          rows: [
            {
              time: '18:42',
              title: [{ code: name }],
              lines: [[name]],
              mark: { kind: 'fixed', text: '1 fixed' },
            },
          ],
        },
        { kind: 'difference', lines: [{ sign: '+', text: name }] },
        { kind: 'unknown', text: [name] },
        { kind: 'reason', lines: [[{ code: name }]] },
      ],
    });
    expect(lookAt(html, { width: 390, scheme: 'light' }).overflow).toBe(0);
  });
});
