/** UUID version 7: ids that sort by the time they were made (RFC 9562). */
import { randomBytes } from 'node:crypto';

/** A maker of ids. Within one millisecond a counter keeps them in order. */
export function createIdMaker(now: () => number): () => string {
  const last = { time: 0, count: 0 };
  return () => {
    const time = Math.max(now(), last.time);
    last.count = time === last.time ? last.count + 1 : 0;
    // 12 bits of counter fit a millisecond; past that the next millisecond is borrowed.
    if (last.count > 0xfff) {
      last.time = time + 1;
      last.count = 0;
    } else last.time = time;
    return format(last.time, last.count, randomBytes(8));
  };
}

function format(time: number, count: number, random: Buffer): string {
  const head = time.toString(16).padStart(12, '0');
  const variant = ((random[0] ?? 0) & 0x3f) | 0x80;
  const tail = variant.toString(16) + random.toString('hex', 1);
  return [
    head.slice(0, 8),
    head.slice(8),
    `7${count.toString(16).padStart(3, '0')}`,
    tail.slice(0, 4),
    tail.slice(4),
  ].join('-');
}
