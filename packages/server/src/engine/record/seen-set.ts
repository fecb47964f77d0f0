/** The ids that a listing has shown, exactly, in 16 bytes a slot: 200,000 of them take 8 MB at most. */

export type SeenSet = {
  readonly add: (id: string) => void;
  readonly has: (id: string) => boolean;
  /** How many different ids. */
  readonly size: () => number;
};

const words = 4;
const firstSlots = 1_024;
const largestLoad = 0.7;

/** A set of UUIDs, by open addressing in one typed array. */
export function createSeenSet(): SeenSet {
  let slots = new Uint32Array(firstSlots * words);
  let count = 0;
  const grow = (): void => {
    const old = slots;
    slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += words) {
      const id = old.subarray(at, at + words);
      if (!isEmpty(old, at)) slots.set(id, slotOf(slots, id));
    }
  };
  return {
    add: (text) => {
      const id = parseId(text);
      const at = slotOf(slots, id);
      if (!isEmpty(slots, at)) return;
      slots.set(id, at);
      count += 1;
      if (count * words > slots.length * largestLoad) grow();
    },
    has: (text) => !isEmpty(slots, slotOf(slots, parseId(text))),
    size: () => count,
  };
}

/** Where the id is, or the free slot where it belongs. */
function slotOf(slots: Uint32Array, id: Uint32Array): number {
  const capacity = slots.length / words;
  let slot = hashOf(id) % capacity;
  while (!isEmpty(slots, slot * words) && !isAt(slots, slot * words, id)) slot = (slot + 1) % capacity;
  return slot * words;
}

function hashOf(id: Uint32Array): number {
  let hash = 0;
  for (const word of id) hash = Math.imul(hash ^ word ^ (hash >>> 15), 0x9e3779b1);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function isEmpty(slots: Uint32Array, at: number): boolean {
  return slots[at] === 0 && slots[at + 1] === 0 && slots[at + 2] === 0 && slots[at + 3] === 0;
}

function isAt(slots: Uint32Array, at: number, id: Uint32Array): boolean {
  return slots[at] === id[0] && slots[at + 1] === id[1] && slots[at + 2] === id[2] && slots[at + 3] === id[3];
}

function parseId(text: string): Uint32Array {
  const hex = text.replaceAll('-', '');
  const id = new Uint32Array(words);
  for (let word = 0; word < words; word += 1)
    id[word] = Number.parseInt(hex.slice(word * 8, word * 8 + 8), 16);
  if (!/^[0-9a-fA-F]{32}$/.test(hex) || isEmpty(id, 0)) throw new TypeError(`Not an id: ${text}`);
  return id;
}
