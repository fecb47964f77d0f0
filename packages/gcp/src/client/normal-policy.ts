/** One form for an allow policy, whoever tells of it. */
import { isJsonObject, type JsonObject } from '@security-monkey/sdk';

/**
 * The policy without what says nothing of access: its etag, the version of its format, and what Storage and BigQuery write around it.
 * Ask for version 3: otherwise conditional roles come without their conditions (https://cloud.google.com/iam/docs/policies#specifying-version-get).
 */
export function normalPolicy(answer: JsonObject): JsonObject {
  const { etag: _, version: __, kind: ___, resourceId: ____, ...policy } = answer;
  return { ...policy, bindings: policy['bindings'] ?? [] };
}

/** The members of a recorded policy, for search. */
export function membersOf(policy: unknown): readonly string[] {
  const bindings = isJsonObject(policy) ? policy['bindings'] : undefined;
  if (!Array.isArray(bindings)) return [];
  const members = bindings.flatMap((binding: unknown) =>
    isJsonObject(binding) && Array.isArray(binding['members']) ? binding['members'] : [],
  );
  return [...new Set(members.filter((member: unknown) => typeof member === 'string'))];
}
