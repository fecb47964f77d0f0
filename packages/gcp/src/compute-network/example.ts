/** Networks for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

/** A network with these fields and no others. */
export function network(fields: JsonObject): JsonObject {
  return {
    id: '1034567890123456789',
    name: 'main',
    selfLink: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/main',
    ...fields,
  };
}
