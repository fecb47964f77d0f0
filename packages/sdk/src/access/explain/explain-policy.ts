/** A whole resource policy explained, grant by grant, the most open first. */
import { parsePolicy } from '../policy/parse-policy.ts';
import { readGrants } from '../resource/read-grants.ts';
import type { Surroundings } from '../resource/surroundings.ts';
import { explainGrant, type GrantExplanation } from './explain-grant.ts';
import { sentencesOf } from './sentences.ts';

export type ExplainedGrant = GrantExplanation & { readonly sentences: readonly [string, string] };

export type ExplainedPolicy = {
  readonly grants: readonly ExplainedGrant[];
  /** What could not be read, each with its place. It grants and denies nothing. */
  readonly malformed: readonly string[];
};

/** Undefined for what is no policy document. `now`: milliseconds since the epoch. */
export function explainPolicy(
  document: unknown,
  around: Surroundings,
  now: number,
): ExplainedPolicy | undefined {
  const policy = parsePolicy(document, { principal: 'required', action: 'optional' });
  if (policy === undefined) return undefined;
  const grants = readGrants(policy, { around, now }).map((grant) => {
    const explanation = explainGrant(grant, around);
    return { ...explanation, sentences: sentencesOf(explanation) };
  });
  return { grants: grants.toSorted((a, b) => rankOf(a) - rankOf(b)), malformed: policy.malformed };
}

function rankOf({ isPublic, isOpenFederation, isExternal, isForAnybody }: GrantExplanation): number {
  if (isPublic || isOpenFederation) return 0;
  if (isExternal) return 1;
  return isForAnybody ? 2 : 3;
}
