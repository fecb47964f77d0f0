/** Managed policies for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

/** A policy of the account with these fields, which grants nothing unless they say otherwise. */
export function managedPolicy(fields: JsonObject): JsonObject {
  return {
    PolicyName: 'deployers',
    PolicyId: 'ANPAEXAMPLEDEPLOYERS1',
    Arn: 'arn:aws:iam::111122223333:policy/deployers',
    DefaultVersionId: 'v1',
    Document: { Version: '2012-10-17', Statement: [] },
    ...fields,
  };
}

/** The relation to those who use the policy: some role, or nobody. */
export function attachedTo(...types: readonly string[]) {
  const items = types.map((type, index) => ({
    technology: 'aws.iam-role',
    key: `arn:aws:iam::111122223333:role/holder-${index}`,
    value: { type },
  }));
  return { attachments: { items, complete: true } };
}
