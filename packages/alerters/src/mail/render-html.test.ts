/** The HTML part of a mail: readable by whoever gets it, and closed to whatever a watched account writes into it. */
import type { Block, Inline, Message } from '@security-monkey/sdk';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleMessage } from '../testing/sample-message.ts';
import { renderHtml } from './render-html.ts';

/** What a person reads: without the sheet, the tags and the places for line breaks. */
function readable(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replaceAll(/<wbr>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

it('says everything in the order of the message', () => {
  expect(readable(renderHtml(sampleMessage))).toBe(
    [
      'Issue opened · Fri 20 Nov 2026, 18:43 ⬢ Critical 10 ledger : Everyone may read it dana.okafor changed the policy.',
      'Item ledger Account prod ( 111122223333 ) The evidence /Policy/Statement/0 + &quot;Principal&quot;: &quot;*&quot;',
      '− &quot;Principal&quot;: &quot;me&quot; 18:42 ledger ▲ High 7 This change lets anyone read it. 18:40 archive ✓ 1 fixed',
      'Open the issue Show the change /// One scope could not be looked at. Missing permission s3:GetBucketLogging .',
      'You get this because of prod . Times are in UTC.',
    ].join(' '),
  );
});

it('loads nothing and runs nothing', () => {
  const html = renderHtml(sampleMessage);
  expect(html).not.toMatch(/<img|<script|<link|<iframe|url\(|@import|src=/i);
  const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(addresses).toEqual([
    'https://monkey.example.com/items/1',
    'https://monkey.example.com/issues/1?a=1&amp;b=2',
    'https://monkey.example.com/items/1',
  ]);
});

it('has a dark form of every colour that it uses', () => {
  const html = renderHtml(sampleMessage);
  const used = new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
  const sheet = /<style>(.*?)<\/style>/.exec(html)?.[1] ?? '';
  const lacking = [...used].filter((name) => !sheet.includes(`.${name}{`));
  expect(lacking).toEqual([]);
  expect(used.size).toBeGreaterThan(15);
});

/** A message in which the text stands at every place where a text may stand. */
function messageOf(text: string): Message {
  const pieces: readonly Inline[] = [
    text,
    { strong: text },
    { code: text },
    { link: text, href: 'https://monkey.example.com/items/1' },
  ];
  const blocks: readonly Block[] = [
    { kind: 'event', text: pieces },
    { kind: 'mark', mark: { kind: 'fixed', text } },
    { kind: 'sentence', text: pieces },
    { kind: 'paragraph', text: pieces },
    { kind: 'heading', text: pieces },
    { kind: 'facts', facts: [{ label: text, text: pieces }] },
    { kind: 'rows', rows: [{ time: text, title: pieces, lines: [pieces], mark: { kind: 'fixed', text } }] },
    { kind: 'difference', lines: [{ sign: '+', text }] },
    {
      kind: 'links',
      links: [
        { text, href: 'https://monkey.example.com' },
        { text, href: `https://monkey.example.com/?q=${text}` },
      ],
    },
    { kind: 'unknown', text: pieces },
    { kind: 'reason', lines: [pieces] },
  ];
  return { key: 'k', subject: text, at: '2026-01-01T00:00:00.000Z', blocks };
}

const tags = (html: string): readonly string[] =>
  [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name = '']) => name);
const attributes = (html: string): readonly string[] =>
  [...html.matchAll(/<[a-z0-9]+((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/gi)].flatMap(([, all = '']) =>
    [...all.matchAll(/([\w-]+)(?:="[^"]*")?/g)].map(([, name = '']) => name),
  );
const withoutBreaks = (html: string): string => html.replaceAll('<wbr>', '');

describe('text of watched accounts', () => {
  const harmless = withoutBreaks(renderHtml(messageOf('x')));

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style></title></td></table><h1>',
    '<!--',
    '&lt;b&gt;',
    'https://evil.example/login',
    'admin@evil.example',
    'javascript:alert(1)',
    '${7*7}{{7*7}}$&$1',
    'a\u202eb\u0000\r\nBcc: x',
  ])('%j adds no tag and no attribute', (hostile) => {
    const html = withoutBreaks(renderHtml(messageOf(hostile)));
    expect(tags(html)).toEqual(tags(harmless));
    expect(attributes(html)).toEqual(attributes(harmless));
  });

  it('no text at all adds a tag or an attribute', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '/',
      '=',
      '--',
      '!',
      'a',
      ' ',
      '\u0000',
      '\ud800',
      ';',
      'x27',
      '#',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const html = withoutBreaks(renderHtml(messageOf(parts.join(''))));
        expect(tags(html)).toEqual(tags(harmless));
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it('an address is broken where a mail program would make a link of it, and is copied whole', () => {
    const html = renderHtml({
      ...messageOf(''),
      blocks: [{ kind: 'paragraph', text: ['https://evil.example a@b.example'] }],
    });
    expect(html).toContain('https<wbr>://<wbr>evil<wbr>.<wbr>example a<wbr>@<wbr>b<wbr>.<wbr>example');
  });
});
