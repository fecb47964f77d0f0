/** Whether a justification still accepts an issue with the evidence that it has now. */
import type { Evidence } from '@security-monkey/sdk';
import { evidenceBeyond } from './evidence.ts';
import type { Justification } from './issue-state.ts';

export type Standing = { readonly status: 'justified' } | { readonly status: 'open'; readonly lost?: Lost };

/** A justification that ends, and why. */
export type Lost = {
  readonly justification: Justification;
  readonly because: 'expired' | 'wider evidence';
  /** The evidence that it does not cover. */
  readonly added: readonly Evidence[];
};

/** What an issue that is present stands at: accepted only while the justification runs and covers every value. */
export function standingOf(
  justification: Justification | undefined,
  evidence: readonly Evidence[],
  now: Date,
): Standing {
  if (justification === undefined) return { status: 'open' };
  const added = evidenceBeyond(evidence, justification.evidence);
  if (isExpired(justification, now)) {
    return { status: 'open', lost: { justification, because: 'expired', added } };
  }
  if (added.length === 0) return { status: 'justified' };
  return { status: 'open', lost: { justification, because: 'wider evidence', added } };
}

export function isExpired({ until }: Justification, now: Date): boolean {
  return until !== null && until.getTime() <= now.getTime();
}
