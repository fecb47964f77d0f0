/** Firewall rules for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

const project = 'https://www.googleapis.com/compute/v1/projects/acme-web/global';

/** A rule that lets HTTPS in from a private network to machines with a tag, unless these fields say otherwise. */
export function rule(fields: JsonObject = {}): JsonObject {
  return {
    id: '1234567890123456789',
    name: 'allow-web',
    selfLink: `${project}/firewalls/allow-web`,
    network: `${project}/networks/main`,
    direction: 'INGRESS',
    disabled: false,
    priority: 1000,
    sourceRanges: ['10.0.0.0/8'],
    allowed: [tcp('443')],
    targetTags: ['web'],
    ...fields,
  };
}

export function tcp(...ports: readonly string[]): JsonObject {
  return ports.length === 0 ? { IPProtocol: 'tcp' } : { IPProtocol: 'tcp', ports };
}
