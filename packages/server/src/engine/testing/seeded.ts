/** Ids and randomness from a seed, so that a failing run can be repeated exactly. */

/** Numbers in [0, 1) by a 32-bit mixing generator. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const further = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return ((further ^ (further >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** UUIDs of version 7: the clock's time, then a counter, then the seed. */
export function seededIds(seed: number, now: () => Date): () => string {
  let counter = 0;
  return () => {
    counter += 1;
    const time = now().getTime().toString(16).padStart(12, '0');
    const count = counter.toString(16).padStart(8, '0');
    const tail = (seed >>> 0).toString(16).padStart(10, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count.slice(0, 3)}-8${count.slice(3, 6)}-${count.slice(6)}${tail}`;
  };
}

/** The same elements in another order. */
export function shuffled<Element>(elements: readonly Element[], random: () => number): readonly Element[] {
  return elements
    .map((element) => ({ element, rank: random() }))
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ element }) => element);
}
