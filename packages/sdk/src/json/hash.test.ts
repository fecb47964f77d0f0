/** The hash is SHA-256, everywhere and for ever: stored configs are found by it. */
import { expect, test } from 'vitest';
import { hashText } from './hash.ts';

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['ä', '33e6d73fee82904c8d7afb78de1154d1e8dc2a0edb08120e63df5b9385c2d9cc'],
])('%j', (text, hex) => {
  expect(hashText(text)).toBe(hex);
});
