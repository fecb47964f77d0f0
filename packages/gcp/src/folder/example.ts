/** Folders for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

/** A folder with nothing laid on it, unless these fields say otherwise. */
export function folderExample(fields: JsonObject): JsonObject {
  return {
    name: 'folders/111111111111',
    displayName: 'prod',
    iamPolicy: { bindings: [] },
    denyPolicies: [],
    orgPolicies: [],
    ...fields,
  };
}
