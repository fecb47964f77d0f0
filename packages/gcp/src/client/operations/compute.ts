/** Operations of Compute Engine: https://cloud.google.com/compute/docs/reference/rest/v1 */
import type { Operations } from './operation.ts';

const project = 'GET compute.googleapis.com/compute/v1/projects/{project}';

export const computeOperations: Operations = {
  'compute:projects.get': project,
  'compute:firewalls.list': `${project}/global/firewalls`,
  'compute:firewalls.get': `${project}/global/firewalls/{firewall}`,
  'compute:networks.list': `${project}/global/networks`,
  'compute:networks.get': `${project}/global/networks/{network}`,
  'compute:networks.getEffectiveFirewalls': `${project}/global/networks/{network}/getEffectiveFirewalls`,
  'compute:subnetworks.aggregatedList': `${project}/aggregated/subnetworks`,
  'compute:subnetworks.get': `${project}/regions/{region}/subnetworks/{subnetwork}`,
  'compute:subnetworks.getIamPolicy': `${project}/regions/{region}/subnetworks/{resource}/getIamPolicy`,
  'compute:instances.aggregatedList': `${project}/aggregated/instances`,
  'compute:instances.get': `${project}/zones/{zone}/instances/{instance}`,
  'compute:instances.getEffectiveFirewalls': `${project}/zones/{zone}/instances/{instance}/getEffectiveFirewalls`,
  'compute:instances.getIamPolicy': `${project}/zones/{zone}/instances/{resource}/getIamPolicy`,
  'compute:forwardingRules.aggregatedList': `${project}/aggregated/forwardingRules`,
};
