/** Keys for the examples of checks. */
import type { ExampleItem, JsonObject } from '@security-monkey/sdk';

const ring = 'projects/acme-web/locations/europe-west1/keyRings/shop';

/** A key that is rotated every 90 days and that nobody may use, unless these fields say otherwise. */
export function kmsKeyExample(fields: JsonObject): JsonObject {
  return {
    name: `${ring}/cryptoKeys/orders`,
    purpose: 'ENCRYPT_DECRYPT',
    rotationPeriod: '7776000s',
    nextRotationTime: '2026-02-01T00:00:00Z',
    primary: { state: 'ENABLED', protectionLevel: 'SOFTWARE' },
    iamPolicy: { bindings: [] },
    ...fields,
  };
}

/** The ring of the key, with these bindings. */
export function inRing(...bindings: readonly JsonObject[]): NonNullable<ExampleItem['related']> {
  const key = `//cloudkms.googleapis.com/${ring}`;
  const items = [{ technology: 'gcp.kms-key-ring', key, value: { bindings } }];
  return { 'key-ring': { items, complete: true } };
}
