/** Projects for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

/** A project with nothing laid on it, unless these fields say otherwise. */
export function projectExample(fields: JsonObject): JsonObject {
  return {
    name: 'projects/123456789012',
    projectId: 'acme-web',
    iamPolicy: { bindings: [] },
    denyPolicies: [],
    orgPolicies: [],
    customRoles: [],
    services: ['cloudasset.googleapis.com', 'compute.googleapis.com'],
    compute: null,
    ...fields,
  };
}

/** A project whose instances share these metadata. */
export function projectWithMetadata(metadata: Readonly<Record<string, string>>): JsonObject {
  const items = Object.entries(metadata).map(([key, value]) => ({ key, value }));
  return projectExample({ compute: { commonInstanceMetadata: { items } } });
}
