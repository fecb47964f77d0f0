/** Subnetworks for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

/** A subnetwork for machines, without anything that a check tells, unless these fields say otherwise. */
export function subnetwork(fields: JsonObject): JsonObject {
  return {
    id: '6234567890123456789',
    name: 'main',
    selfLink: 'https://www.googleapis.com/compute/v1/projects/acme-web/regions/europe-west1/subnetworks/main',
    ipCidrRange: '10.0.0.0/20',
    purpose: 'PRIVATE',
    privateIpGoogleAccess: true,
    logConfig: { enable: true },
    iamPolicy: { bindings: [] },
    ...fields,
  };
}
