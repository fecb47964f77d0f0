/** Service accounts for the examples of checks. The examples are judged at the start of 2026. */
import type { JsonObject } from '@security-monkey/sdk';

const email = 'deploy@acme-web.iam.gserviceaccount.com';
const name = `projects/acme-web/serviceAccounts/${email}`;

/** A service account without keys that nobody may act as, unless these fields say otherwise. */
export function serviceAccount(fields: JsonObject): JsonObject {
  return {
    name,
    email,
    uniqueId: '111111111111111111111',
    projectId: 'acme-web',
    keys: [],
    iamPolicy: { bindings: [] },
    ...fields,
  };
}

/** A key that a user made on that day. */
export function userKey(id: string, day: string, fields: JsonObject = {}): JsonObject {
  return {
    name: `${name}/keys/${id}`,
    keyType: 'USER_MANAGED',
    keyOrigin: 'GOOGLE_PROVIDED',
    validAfterTime: `${day}T00:00:00Z`,
    validBeforeTime: '9999-12-31T23:59:59Z',
    ...fields,
  };
}
