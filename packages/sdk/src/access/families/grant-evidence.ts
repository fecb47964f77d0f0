/** The statements behind grants, as evidence. */
import type { Evidence } from '../../define/check.ts';
import type { Grant } from '../resource/grant.ts';
import { statementEvidence } from './statement-evidence.ts';

/** One a statement, in the order of the policy. */
export function grantEvidence(
  grants: readonly Grant[],
  lying: { readonly path: string; readonly document: unknown },
): readonly Evidence[] {
  const indexes = new Set(grants.map(({ statement }) => statement.index));
  return [...indexes].sort((a, b) => a - b).map((index) => statementEvidence(lying, index));
}
