/** Virtual machines for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

const project = 'https://www.googleapis.com/compute/v1/projects/acme-web';

/** One without anything that a check tells, unless these fields say otherwise. */
export function instance(fields: JsonObject): JsonObject {
  return {
    id: '4234567890123456789',
    name: 'web-1',
    selfLink: `${project}/zones/europe-west1-b/instances/web-1`,
    canIpForward: false,
    networkInterfaces: [{ name: 'nic0', network: `${project}/global/networks/main`, networkIP: '10.0.0.5' }],
    disks: [],
    metadataFindings: {},
    ...fields,
  };
}

/** One with these metadata. */
export function instanceWithMetadata(metadata: Readonly<Record<string, string>>): JsonObject {
  const items = Object.entries(metadata).map(([key, value]) => ({ key, value }));
  return instance({ metadata: { items } });
}

/** A node that Kubernetes Engine made. */
export const ofKubernetes: JsonObject = { labels: { 'goog-gke-node': '' } };

export const defaultAccount = '123456789012-compute@developer.gserviceaccount.com';

/** One that acts as that service account, as far as the scopes let it. */
export function instanceActingAs(email: string, scope: string): JsonObject {
  return instance({ serviceAccounts: [{ email, scopes: [`https://www.googleapis.com/auth/${scope}`] }] });
}
