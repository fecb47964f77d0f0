/** Compares evidence by the hashes of its values, never by where they stand. */
import { canonicalText, type Evidence, hashText } from '@security-monkey/sdk';

/** The hash of one value of evidence, as `runCheck` makes it. */
export function evidenceValueHash({ value }: Evidence): string {
  return hashText(canonicalText(value));
}

/** The sorted set of the hashes of the values. */
export function evidenceHashes(evidence: readonly Evidence[]): readonly string[] {
  return [...new Set(evidence.map(evidenceValueHash))].sort();
}

/** The pieces of evidence whose values are not among the hashes. */
export function evidenceBeyond(
  evidence: readonly Evidence[],
  hashes: readonly string[],
): readonly Evidence[] {
  const known = new Set(hashes);
  return evidence.filter((piece) => !known.has(evidenceValueHash(piece)));
}
