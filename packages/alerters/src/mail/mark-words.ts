/** The words that stand for marks, the same in every part of a mail. */
import type { Mark, Severity } from '@security-monkey/sdk';

const glyphs: Readonly<Record<Severity, string>> = {
  critical: '⬢',
  high: '▲',
  medium: '◈',
  low: '○',
  informational: '–',
};

/** Such as `Critical 10` or `1 fixed`. */
export function markWords(mark: Mark): string {
  if (mark.kind === 'fixed') return mark.text;
  const { severity, score } = mark;
  return `${severity.charAt(0).toUpperCase()}${severity.slice(1)} ${score}`;
}

/** The sign before the words: told by its shape, not by its colour. */
export function markGlyph(mark: Mark): string {
  return mark.kind === 'fixed' ? '✓' : glyphs[mark.severity];
}
