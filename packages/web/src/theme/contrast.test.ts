/** The tokens keep the contrasts that the design promises: 4.5 for text, 3 for marks, controls and the focus ring. */
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';
import { colourOf, type Scheme, type Token } from './tokens.ts';

const schemes: readonly Scheme[] = ['light', 'dark'];
const grounds: readonly Token[] = ['surface', 'page', 'sunken', 'hover', 'accent-soft'];
const texts: readonly Token[] = [
  'text',
  'text-2',
  'text-3',
  'accent',
  'critical',
  'high',
  'medium',
  'low',
  'unknown',
];
const onOwnSoft: readonly (readonly [Token, Token])[] = [
  ['critical', 'critical-soft'],
  ['high', 'high-soft'],
  ['medium', 'medium-soft'],
  ['low', 'low-soft'],
  ['fixed', 'fixed-soft'],
  ['justified', 'justified-soft'],
  ['frozen', 'frozen-soft'],
  ['retired', 'retired-soft'],
  ['unknown', 'unknown-soft'],
  ['added-text', 'added'],
  ['added-text', 'added-word'],
  ['removed-text', 'removed'],
  ['removed-text', 'removed-word'],
  ['on-accent', 'accent'],
  ['code-key', 'critical-soft'],
  ['code-string', 'critical-soft'],
  ['code-key', 'high-soft'],
  ['code-string', 'medium-soft'],
  ['code-string', 'low-soft'],
];
const marks: readonly Token[] = [
  'control',
  'focus',
  'fill-critical',
  'fill-high',
  'fill-medium',
  'fill-low-line',
];

const below = (pairs: readonly (readonly [Token, Token])[], least: number) =>
  schemes.flatMap((scheme) =>
    pairs
      .map(([front, ground]) => ({
        what: `${scheme}: ${front} on ${ground}`,
        ratio: contrast(colourOf(front, scheme), colourOf(ground, scheme)),
      }))
      .filter(({ ratio }) => ratio < least)
      .map(({ what, ratio }) => `${what} ${ratio.toFixed(2)}`),
  );

describe('contrast', () => {
  it('is computed as WCAG does', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
  });

  it('of text on every ground is at least 4.5', () => {
    expect(
      below(
        texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
        4.5,
      ),
    ).toEqual([]);
  });

  it('of text on its own ground is at least 4.5', () => {
    expect(below(onOwnSoft, 4.5)).toEqual([]);
  });

  it('of marks, controls and the focus ring on surface is at least 3', () => {
    expect(
      below(
        marks.map((mark) => [mark, 'surface'] as const),
        3,
      ),
    ).toEqual([]);
  });
});
