/** A policy with the place where it was found. */
import type { Evidence } from '../../../define/check.ts';
import { isJsonObject } from '../../../json/value.ts';
import type { Place } from '../../identity/permissions.ts';
import type { PolicyDocument } from '../../policy/statement.ts';
import { statementEvidence } from '../statement-evidence.ts';

export type PlacedPolicy = {
  /** JSON pointer to the document in the config, or `@relation` for one that a related item brought. */
  readonly path: string;
  /** The related item's key. */
  readonly key?: string;
  readonly document: unknown;
  readonly policy: PolicyDocument;
};

/** One a statement, in the order of the policies. */
export function evidenceOf(policies: readonly PlacedPolicy[], places: readonly Place[]): readonly Evidence[] {
  const unique = Map.groupBy(places, ({ policy, statement }) => `${policy}/${statement}`);
  return [...unique.values()].flatMap(([place]) => {
    const placed = place === undefined ? undefined : policies[place.policy];
    return placed === undefined || place === undefined ? [] : [policyEvidence(placed, place.statement)];
  });
}

/** What a statement gives, where it stands. Of a related policy, with the name of whoever brought it. */
function policyEvidence({ path, key, document }: PlacedPolicy, index: number): Evidence {
  const evidence = statementEvidence({ path, document }, index);
  if (key === undefined || !isJsonObject(evidence.value)) return evidence;
  return { path, value: { policy: key, ...evidence.value } };
}
