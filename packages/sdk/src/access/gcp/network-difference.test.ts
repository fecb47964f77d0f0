/** Networks less others, address by address. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cidr, contains, parseCidr } from '../../net/cidr.ts';
import { networksWithout } from './network-difference.ts';

const network = fc
  .tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 28, max: 32 }))
  .map(([last, prefix]) => blocks(`10.0.0.${last}/${prefix}`));
const networks = fc.array(network, { maxLength: 4 }).map((list) => list.flat());

test('an address is left when it is in a network and in no hole', () => {
  fc.assert(
    fc.property(networks, networks, (all, holes) => {
      const left = networksWithout(all, holes);
      for (let last = 0; last < 16; last += 1) {
        const [address] = blocks(`10.0.0.${last}`);
        const isIn = (list: readonly Cidr[]) =>
          list.some((one) => address !== undefined && contains(one, address));
        expect(isIn(left)).toBe(isIn(all) && !isIn(holes));
      }
    }),
    { seed: 2_203, numRuns: 500 },
  );
});

test('one address out of everything leaves a block for each bit', () => {
  expect(networksWithout(blocks('::/0'), blocks('2001:db8::1')).length).toBe(128);
});

function blocks(text: string): readonly Cidr[] {
  return [parseCidr(text)].flatMap((cidr) => cidr ?? []);
}
