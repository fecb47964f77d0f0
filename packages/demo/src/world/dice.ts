/** Everything that looks random in the demo: the same seed and the same name of a throw give the same value. */
import { createHash } from 'node:crypto';

export type Dice = {
  /** That many hexadecimal digits, 64 at most. */
  readonly hex: (name: string, digits: number) => string;
  /** That many decimal digits, 32 at most, the first of them no zero. */
  readonly digits: (name: string, count: number) => string;
  /** That many of the letters and digits of which IAM makes its ids, 32 at most. */
  readonly letters: (name: string, count: number) => string;
  /** A whole number from 0 to below the bound. */
  readonly below: (name: string, bound: number) => number;
  /** In the form of a UUID. */
  readonly uuid: (name: string) => string;
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function diceOf(seed: string): Dice {
  const thrown = (name: string) => createHash('sha256').update(`${seed}\n${name}`).digest();
  const hex = (name: string, digits: number) => thrown(name).toString('hex').slice(0, digits);
  return {
    hex,
    digits: (name, count) =>
      [...thrown(name).subarray(0, count)]
        .map((byte, at) => (at === 0 ? 1 + (byte % 8) : byte % 10))
        .join(''),
    letters: (name, count) =>
      [...thrown(name).subarray(0, count)].map((byte) => alphabet.charAt(byte % 32)).join(''),
    below: (name, bound) => thrown(name).readUInt32BE(0) % bound,
    uuid: (name) => {
      const digits = hex(name, 32);
      return [0, 8, 12, 16, 20]
        .map((start, at, starts) => digits.slice(start, starts[at + 1] ?? 32))
        .join('-');
    },
  };
}
