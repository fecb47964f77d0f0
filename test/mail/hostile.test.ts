/** Whoever names things in a watched account writes nothing into a mail but text. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { createMailStage, type MailStage } from './stage.ts';

const database = useTestDatabase();

let stage: MailStage;
beforeEach(async () => {
  stage = await createMailStage(database());
  stage.estate().put({ kind: 'note', name: 'n0' });
  await stage.subscribe();
  await stage.run();
  await stage.settle();
  stage.server.taken.length = 0;
});
afterEach(() => stage.server.stop());

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "x' style='background:url(//evil.example)",
  '</td></tr></table></body></html>',
  'x\r\nBcc: eve@evil.example\r\n\r\nhello',
  'https://evil.example/login',
  'pay\u202emoc.elpmaxe',
  'pay\u200bments',
  '=?UTF-8?Q?=0D=0ABcc:_eve@evil.example?=',
  '${process.env}{{constructor}}',
  'x'.repeat(1_000),
];

describe.each(hostile)('%j as a name, a text and a person', (text) => {
  it('adds no header, no element, no attribute and no address', async () => {
    stage.estate().put({ kind: 'note', name: text, body: { Text: `account:x9 ${text}` } });
    await stage.run();
    await database()
      .updateTable('revision')
      .set({ actor: JSON.stringify({ name: text }) })
      .execute();
    await stage.settle();
    const [taken, ...others] = stage.server.taken;
    expect(others).toEqual([]);
    expect(taken?.to).toEqual(['mara@example.com']);
    expect([...(taken?.headers.keys() ?? [])].toSorted()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'in-reply-to',
      'list-id',
      'message-id',
      'mime-version',
      'references',
      'subject',
      'to',
      'x-auto-response-suppress',
    ]);
    const html = taken?.html ?? '';
    expect(html).not.toMatch(/<script|<img|<[a-z][^>]*\son\w+=|<[a-z][^>]*style='/i);
    const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
    expect(hrefs.length).toBeGreaterThan(2);
    expect(hrefs.filter((href) => !href.startsWith('https://monkey.example.com'))).toEqual([]);
    expect(taken?.text).not.toMatch(/https:\/\/evil|\u202e|\u200b/);
    expect(taken?.headers.get('subject')).not.toMatch(/[\r\n\u202e\u200b]/);
  });
});

it('a secret that was written into a config is in no mail', async () => {
  const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
  stage.estate().put({ kind: 'note', name: 'n1', body: { Text: `account:x9 token ${secret}` } });
  await stage.run();
  await stage.settle();
  stage.estate().put({ kind: 'note', name: 'n1', body: { Text: `account:x9 token ${secret} again` } });
  await stage.run();
  await stage.settle();
  expect(stage.server.taken).toHaveLength(2);
  for (const { raw, html, text } of stage.server.taken) expect(raw + html + text).not.toContain(secret);
});
