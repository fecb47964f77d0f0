/** Turns what a check reports into what is stored, or says what is wrong with it. */
import type { Check, Evidence, Finding } from '../define/check.ts';
import { canonicalize, canonicalText } from '../json/canonical.ts';
import { hashText } from '../json/hash.ts';

/** A finding as it is stored. Its identity within the item is (check, message, subjectKey). */
export type JudgedFinding = {
  readonly message: string;
  readonly subject: Finding['subject'];
  /** Canonical text of the subject. */
  readonly subjectKey: string;
  readonly evidence: readonly Evidence[];
  /** Hashes of the canonical values, sorted and without repeats; never of the paths. */
  readonly evidenceHashes: readonly string[];
  /** One hash over all of them. */
  readonly evidenceHash: string;
  readonly details: Readonly<Record<string, string | number>>;
  readonly score: number;
};

/** @throws Error when the finding breaks the contract: unknown message, no evidence, a score that is no whole number from 0 to 10. */
export function judgeFinding(check: Check, message: string, finding: Finding): JudgedFinding {
  if (!Object.hasOwn(check.messages, message))
    throw new Error(`reported ${message}, which is not among its messages`);
  if (finding.evidence.length === 0) throw new Error(`reported ${message} without evidence`);
  const score = finding.score ?? check.score;
  if (!Number.isInteger(score) || score < 0 || score > 10) {
    throw new Error(`reported ${message} with a score that is no whole number from 0 to 10`);
  }
  // Copies: a value read from the config may be a guarded one, which must neither be stored nor leave the thread.
  const evidence = finding.evidence.map(({ path, value }) => ({ path, value: canonicalize(value) }));
  const evidenceHashes = [...new Set(evidence.map(({ value }) => hashText(canonicalText(value))))].sort();
  return {
    message,
    subject: { ...finding.subject },
    subjectKey: canonicalText(finding.subject),
    evidence,
    evidenceHashes,
    evidenceHash: hashText(evidenceHashes.join('\n')),
    details: { ...finding.details },
    score,
  };
}
