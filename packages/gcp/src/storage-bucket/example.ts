/** Buckets for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

/** A bucket whose access lists are in force, with these parts besides. */
export function bucket(parts: JsonObject): JsonObject {
  return {
    name: 'acme-reports',
    timeCreated: '2024-03-01T09:00:00.000Z',
    location: 'EUROPE-WEST1',
    ...access(false, 'inherited'),
    ...parts,
  };
}

/** Uniform access on or off, and public access prevention. */
export function access(isUniform: boolean, publicAccessPrevention: string): JsonObject {
  const uniformBucketLevelAccess = { enabled: isUniform };
  return { iamConfiguration: { uniformBucketLevelAccess, publicAccessPrevention } };
}

/** The owners that every project gives, and more grants as pairs of entity and role. */
export function acl(...grants: readonly (readonly [entity: string, role: string])[]): readonly JsonObject[] {
  const owners: typeof grants = [
    ['project-owners-123456789012', 'OWNER'],
    ['project-editors-123456789012', 'OWNER'],
  ];
  return [...owners, ...grants].map(([entity, role]) => ({ entity, role }));
}
