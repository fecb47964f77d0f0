/** The policies of an audited item: its own, and what its relations bring along. */
import type { z } from 'zod';
import { relationPath } from '../../../audit/related.ts';
import type { CheckContext } from '../../../define/check.ts';
import { isJsonObject } from '../../../json/value.ts';
import type { PolicyDocument } from '../../policy/statement.ts';
import { nextTurnOf, parsedPolicy } from '../parsed-policy.ts';
import type { IdentityTarget, PolicyRelation } from './identity-target.ts';
import type { PlacedPolicy } from './placed-policy.ts';

type Context<Schema extends z.ZodType> = CheckContext<z.output<Schema>>;

/** Those in the config. What is no document is left out: the check of malformed policies tells of it. */
export function ownPolicies<Schema extends z.ZodType>(
  { policiesOf }: IdentityTarget<Schema>,
  config: z.output<Schema>,
): readonly PlacedPolicy[] {
  return policiesOf(config).flatMap(({ path, document }) => {
    const policy = parsedPolicy('identity', document);
    return policy === undefined ? [] : [{ path, document, policy }];
  });
}

/** Attached policies and those of groups. The check becomes unknown when a listing is incomplete. */
export function attachedOf<Schema extends z.ZodType>(
  { attached = [] }: IdentityTarget<Schema>,
  context: Context<Schema>,
): readonly PlacedPolicy[] {
  return attached.flatMap((relation) => relatedPolicies(relation, context));
}

/** Limits above the item. One that cannot be read whole limits nothing: better to tell too much than to be silent. */
export function boundariesOf<Schema extends z.ZodType>(
  { boundary }: IdentityTarget<Schema>,
  context: Context<Schema>,
): readonly PolicyDocument[] {
  if (boundary === undefined) return [];
  return relatedPolicies(boundary, context)
    .map(({ policy }) => policy)
    .filter(({ malformed }) => malformed.length === 0);
}

/** Asks to look again when a condition on the time may change what the policies say. */
export function lookAgain(
  { now, lookAgainAt }: Pick<CheckContext, 'now' | 'lookAgainAt'>,
  policies: readonly PolicyDocument[],
): void {
  const turn = nextTurnOf(policies, now);
  if (turn !== undefined) lookAgainAt(turn);
}

function relatedPolicies(
  { relation, documentsOf }: PolicyRelation,
  { related }: Pick<CheckContext, 'related'>,
): readonly PlacedPolicy[] {
  return related(relation)
    .all()
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ key, value }) =>
      documentsOf(value).map((document) => ({
        path: relationPath(relation),
        key,
        document,
        policy: readRelated(document, key),
      })),
    );
}

/** A related item without its document was not read: to go on as if it said nothing would be a guess. */
function readRelated(document: unknown, key: string): PolicyDocument {
  const policy = isJsonObject(document) && 'Statement' in document && parsedPolicy('identity', document);
  if (!policy) throw new TypeError(`the policy of ${key} is no document`);
  return policy;
}
