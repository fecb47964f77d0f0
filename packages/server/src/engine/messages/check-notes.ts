/** Why issues matter and what to do about them, once for each check. */
import type { Block, Check } from '@security-monkey/sdk';
import type { Registry } from '../registry.ts';
import type { ToldIssue } from './told.ts';
import { severityMark } from './words.ts';

const most = 4;

/** For what was opened, the worst first; for what was fixed there is nothing to do. */
export function checkNotes(registry: Registry, issues: readonly ToldIssue[]): readonly Block[] {
  const worst = new Map<string, number>();
  for (const { check, change, score } of issues)
    if (change !== 'fixed') worst.set(check, Math.max(score, worst.get(check) ?? 0));
  return [...worst]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .flatMap(([id, score]) => noteOf(registry.check(id), score));
}

function noteOf(check: Check | undefined, score: number): readonly Block[] {
  if (check === undefined) return [];
  return [
    { kind: 'heading', text: [check.title] },
    { kind: 'mark', mark: severityMark(score) },
    { kind: 'paragraph', text: [check.why] },
    { kind: 'paragraph', text: [{ strong: 'To fix it: ' }, check.fix] },
  ];
}
