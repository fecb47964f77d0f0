/** Networks and ids in a text: every way in which configs write them, and what only looks alike. */
import { formatCidr } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { idsIn, networksIn } from './named-in-text.ts';

describe('the networks in a text', () => {
  it.each<readonly [string, readonly string[]]>([
    ['{"CidrIp":"203.0.113.0/24"}', ['203.0.113.0/24']],
    ['{"CidrIp":"203.0.113.7"}', ['203.0.113.7/32']],
    ['{"CidrIpv6":"2001:db8::/32"}', ['2001:db8::/32']],
    ['{"Ip":"2001:DB8:0:0:0:0:0:1"}', ['2001:db8::1/128']],
    ['"{\\"aws:SourceIp\\":[\\"10.0.0.0/8\\",\\"::1\\"]}"', ['10.0.0.0/8', '::1/128']],
    [String.raw`{\"a\":\"10.0.0.0\\/8\"}`, ['10.0.0.0/8']],
    [String.raw`10.0.0.0\\u002F8 2001\u003Adb8\u003a\u003a\u002f32`, ['10.0.0.0/8', '2001:db8::/32']],
    ['%2210.0.0.0%2F8%22%2C%222001%3Adb8%3A%3A%2F32%22', ['10.0.0.0/8', '2001:db8::/32']],
    ['10.0.0.1,10.0.0.2;10.0.0.1', ['10.0.0.1/32', '10.0.0.2/32']],
    ['10.0.0.1-10.0.0.9', ['10.0.0.1/32', '10.0.0.9/32']],
    ['http://192.0.2.1:8080/ and [2001:db8::1]:443', ['192.0.2.1/32', '2001:db8::1/128']],
    ['See 192.0.2.1.', ['192.0.2.1/32']],
    ['::/0 0.0.0.0/0', ['0.0.0.0/0', '::/0']],
    ['::ffff:192.0.2.1', ['192.0.2.1/32']],
    ['arn:aws:iam::123456789012:root 12:30:45 a:b 1.2.3 999.1.1.1', []],
    ['', []],
  ])('%s: %j', (text, networks) => {
    expect(networksIn(text).map(formatCidr).toSorted()).toEqual([...networks].toSorted());
  });

  it('are found in time that grows with the text only', () => {
    expect(networksIn('f'.repeat(1_000_000))).toEqual([]);
    expect(networksIn('1.'.repeat(200_000)).length).toBe(1);
    expect(networksIn('f:'.repeat(200_000))).toEqual([]);
    expect(networksIn('\\'.repeat(1_000_000))).toEqual([]);
  });
});

describe('an id is named by a text', () => {
  it.each<readonly [string, string]>([
    ['{"Owner":"111122223333"}', '111122223333'],
    ['arn:aws:iam::111122223333:root', '111122223333'],
    ['"{\\"AWS\\":\\"arn:aws:iam::111122223333:user/a\\"}"', '111122223333'],
    ['%22arn%3Aaws%3Aiam%3A%3A111122223333%3Aroot%22', '111122223333'],
    [String.raw`"one\n111122223333\ttwo"`, '111122223333'],
    [String.raw`"domain\\name7"`, 'name7'],
    [String.raw`"111122\u0032\u00323333"`, '111122223333'],
    ['logs-111122223333-eu', '111122223333'],
    ['o-demo4shop9/r-ab12/*', 'o-demo4shop9'],
    ['serviceAccount:1-compute@my-project.iam', 'my-project'],
  ])('%s: %s', (text, id) => {
    expect(idsIn(text)(id)).toBe(true);
  });

  it.each<readonly [string, string]>([
    ['{"Owner":"1111222233334"}', '111122223333'],
    ['{"Owner":"444455556666"}', '111122223333'],
    ['o-other', 'o-demo4shop9'],
    ['my other', 'my-project'],
    ['anything at all', ''],
    ['anything - at all', '-'],
    ['', '111122223333'],
  ])('but not: %s: %j', (text, id) => {
    expect(idsIn(text)(id)).toBe(false);
  });

  it('is found in time that grows with the text only', () => {
    const isNamed = idsIn('\\'.repeat(500_000) + '1-'.repeat(200_000) + '%'.repeat(500_000));
    expect([isNamed('1'), isNamed('2')]).toEqual([true, false]);
  });
});
