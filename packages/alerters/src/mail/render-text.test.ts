/** The text part of a mail, whole, and that nothing in it becomes what it is not. */
import { describe, expect, it } from 'vitest';
import { sampleMessage } from '../testing/sample-message.ts';
import { renderText, textOf } from './render-text.ts';

it('says everything in the order of the message', () => {
  expect(renderText(sampleMessage)).toBe(`Issue opened · Fri 20 Nov 2026, 18:43

[Critical 10]

ledger: Everyone may read it

dana.okafor changed the policy.

Item     ledger <https://monkey.example.com/items/1>
Account  prod (111122223333)

The evidence
------------

    /Policy/Statement/0
  +   "Principal": "*"
  -   "Principal": "me"

18:42  ledger  [High 7]
         This change lets anyone read it.
18:40  archive  [1 fixed]

Open the issue: https://monkey.example.com/issues/1?a=1&b=2
Show the change: https://monkey.example.com/items/1

/// One scope could not be looked at. Missing permission
/// s3:GetBucketLogging.

-- 
You get this because of prod.
Times are in UTC.
`);
});

describe('text of watched accounts', () => {
  it.each([
    ['an address', 'https://evil.example/x', 'https[:]//evil.example/x'],
    ['a name of a server', 'see WWW.evil.example', 'see WWW[.]evil.example'],
    ['a line end', 'a\r\nSubject: b', 'a␍␊Subject: b'],
    ['a mark that turns the direction', 'a\u202egnp.exe', 'a\\u{202e}gnp.exe'],
    ['what has no width', 'pay\u200bments', 'pay\\u{200b}ments'],
    ['half a character', 'a\ud800b', 'a\ufffdb'],
  ])('%s is shown as what it is', (_, hostile, shown) => {
    expect(textOf([hostile])).toBe(shown);
    expect(textOf([{ code: hostile }])).toBe(shown);
    expect(textOf([{ strong: hostile }])).toBe(shown);
  });
});
