/** Networks in a text: every way in which configs write them, and what only looks alike. */
import { formatCidr } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { networksIn } from './named-in-text.ts';

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
