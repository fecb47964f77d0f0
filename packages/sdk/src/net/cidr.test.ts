/** Networks in every spelling, and their unions. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cidr,
  contains,
  formatCidr,
  isEverything,
  isPrivate,
  overlaps,
  parseCidr,
  unionCovers,
} from './cidr.ts';

const seed = 4_632;

function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (parsed === undefined) throw new Error(`${text} is no network`);
  return parsed;
}

describe('parseCidr and formatCidr', () => {
  test.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['10.1.2.3/8', '10.0.0.0/8'],
    ['10.1.2.3/0', '0.0.0.0/0'],
    ['0.0.0.0/00', '0.0.0.0/0'],
    ['255.255.255.255/31', '255.255.255.254/31'],
    ['192.168.1.1', '192.168.1.1/32'],
    [' 192.168.1.1/32 ', '192.168.1.1/32'],
    ['10.0.0.0/255.0.0.0', '10.0.0.0/8'],
    ['10.0.0.0/255.255.255.255', '10.0.0.0/32'],
    ['10.0.0.0/0.0.0.0', '0.0.0.0/0'],
    ['::/0', '::/0'],
    ['2001:db8::1/0', '::/0'],
    ['::1', '::1/128'],
    ['2001:DB8:0:0:0:0:0:1/32', '2001:db8::/32'],
    ['2001:db8::ff00:42:8329', '2001:db8::ff00:42:8329/128'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3/128'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7/128'],
    ['fe80::/10', 'fe80::/10'],
    ['1::/16', '1::/16'],
    ['::ffff:10.1.2.3', '10.1.2.3/32'],
    ['::ffff:10.1.2.3/104', '10.0.0.0/8'],
    ['::ffff:a01:203/128', '10.1.2.3/32'],
    ['::ffff:0.0.0.0/96', '0.0.0.0/0'],
    ['::ffff:0:0/95', '::fffe:0:0/95'],
    ['64:ff9b::192.0.2.1', '64:ff9b::c000:201/128'],
  ])('%s is %s', (text, expected) => {
    expect(formatCidr(cidr(text))).toBe(expected);
  });

  test.each([
    '',
    '/',
    '/8',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/8/8',
    '10.0.0.0/8x',
    '10.0.0',
    '10.0.0.0.0',
    '256.0.0.1',
    '010.0.0.1',
    '1.2.3.-4',
    '0x0a.0.0.1',
    '1e1.0.0.0',
    '167772160',
    'example.com',
    'sg-0123',
    'any',
    '*',
    '::/129',
    ':::',
    ':',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    '12345::',
    'g::',
    'fe80::1%eth0',
    '[::1]',
    '::1.2.3',
    '1.2.3.4::',
    '::/ffff::',
    '10.0.0.0/255.0.255.0',
    '10.0.0.0/::',
    '10.0.0.0 /8',
    '١٠.0.0.0/8',
  ])('%j is none', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });
});

test.each([
  ['0.0.0.0/0', '10.0.0.0/8', true],
  ['10.0.0.0/8', '10.0.0.0/8', true],
  ['10.0.0.0/8', '10.255.255.255', true],
  ['10.0.0.0/8', '11.0.0.0', false],
  ['10.0.0.0/9', '10.0.0.0/8', false],
  ['::/0', '10.0.0.0/8', false],
  ['0.0.0.0/0', '::1', false],
  ['::/0', '2001:db8::/32', true],
  ['10.0.0.0/8', '::ffff:10.0.0.1', true],
])('%s contains %s: %s', (outer, inner, expected) => {
  expect(contains(cidr(outer), cidr(inner))).toBe(expected);
});

test.each([
  ['10.0.0.0/8', '10.1.0.0/16', true],
  ['10.1.0.0/16', '10.0.0.0/8', true],
  ['10.0.0.0/9', '10.128.0.0/9', false],
  ['0.0.0.0/0', '::/0', false],
  ['2001:db8::/32', '2001:db8:ffff::/48', true],
])('%s overlaps %s: %s', (a, b, expected) => {
  expect(overlaps(cidr(a), cidr(b))).toBe(expected);
});

test.each<[readonly string[], string, boolean]>([
  [['10.0.0.0/9', '10.128.0.0/9'], '10.0.0.0/8', true],
  [['10.128.0.0/9', '10.0.0.0/9'], '10.0.0.0/8', true],
  [['10.0.0.0/9', '10.129.0.0/16'], '10.0.0.0/8', false],
  [['10.0.0.0/10', '10.0.0.0/9', '10.128.0.0/9'], '10.0.0.0/8', true],
  [['10.0.0.0/8', '10.1.0.0/16', '11.0.0.0/8'], '10.0.0.0/7', true],
  [['0.0.0.0/0'], '::/0', false],
  [['::/1', '8000::/1'], '::/0', true],
  [[], '10.0.0.0/32', false],
  [['10.0.0.1/32'], '10.0.0.0/31', false],
])('%j together cover %s: %s', (blocks, target, expected) => {
  expect(unionCovers(blocks.map(cidr), cidr(target))).toBe(expected);
});

test.each<[readonly string[], boolean]>([
  [['0.0.0.0/0'], true],
  [['::/0'], true],
  [['1.2.3.4/0'], true],
  [['0.0.0.0/1', '128.0.0.0/1'], true],
  [['128.0.0.0/1', '64.0.0.0/2', '0.0.0.0/2'], true],
  [['::ffff:0.0.0.0/96'], true],
  [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/3'], false],
  [['0.0.0.0/1', '::/1', '8000::/2'], false],
  [[], false],
])('%j is everything: %s', (blocks, expected) => {
  expect(isEverything(blocks.map(cidr))).toBe(expected);
});

test.each([
  ['10.0.0.0/8', true],
  ['172.16.0.0/12', true],
  ['172.15.255.255', false],
  ['172.32.0.0', false],
  ['192.168.1.0/24', true],
  ['192.168.0.0/15', false],
  ['100.64.0.0/10', true],
  ['100.128.0.0', false],
  ['127.0.0.1', true],
  ['169.254.169.254', true],
  ['10.0.0.0/7', false],
  ['0.0.0.0/0', false],
  ['8.8.8.8', false],
  ['::1', true],
  ['::', false],
  ['fd00::/8', true],
  ['fe80::1', true],
  ['fec0::1', false],
  ['2001:db8::1', false],
  ['::ffff:192.168.1.1', true],
  ['::/0', false],
])('%s is private: %s', (text, expected) => {
  expect(isPrivate(cidr(text))).toBe(expected);
});

const anyCidr: fc.Arbitrary<Cidr> = fc
  .oneof(
    fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })),
    fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 128 })),
  )
  .map(([address, prefix]) => cidr(`${address}/${prefix}`));

describe('for any network', () => {
  test('text and network are inverse', () => {
    fc.assert(
      fc.property(anyCidr, (block) => {
        expect(cidr(formatCidr(block))).toEqual(block);
      }),
      { seed, numRuns: 1000 },
    );
  });

  test('blocks are nested or apart, and containment is overlap by the larger', () => {
    fc.assert(
      fc.property(anyCidr, anyCidr, (a, b) => {
        expect(overlaps(a, b)).toBe(contains(a, b) || contains(b, a));
        expect(contains(a, b) && contains(b, a)).toBe(formatCidr(a) === formatCidr(b));
      }),
      { seed, numRuns: 1000 },
    );
  });

  test('its pieces cover it, and without one of them they do not', () => {
    const small = fc
      .tuple(fc.ipV4(), fc.integer({ min: 0, max: 24 }), fc.integer({ min: 1, max: 5 }))
      .map(([address, prefix, more]) => ({ block: cidr(`${address}/${prefix}`), more }));
    fc.assert(
      fc.property(small, fc.nat(), ({ block, more }, pick) => {
        const prefix = block.prefix + more;
        const pieces = Array.from({ length: 2 ** more }, (_, index) => ({
          ...block,
          prefix,
          base: block.base + (BigInt(index) << BigInt(32 - prefix)),
        }));
        expect(unionCovers(pieces.toReversed(), block)).toBe(true);
        expect(unionCovers(pieces.toSpliced(pick % pieces.length, 1), block)).toBe(false);
      }),
      { seed, numRuns: 300 },
    );
  });
});
