/** Operations of what is laid over projects: asset inventory, organisation policies, enabled services, sinks of logs. */
import type { Operations } from './operation.ts';

const asset = 'cloudasset.googleapis.com/v1';
const orgPolicy = 'orgpolicy.googleapis.com/v2';
const logging = 'logging.googleapis.com/v2';

export const governanceOperations: Operations = {
  'cloudasset:assets.list': `GET ${asset}/{+parent}/assets`,
  // The same method: with policies for content it takes another permission.
  'cloudasset:assets.list#iamPolicy': `GET ${asset}/{+parent}/assets`,
  'cloudasset:searchAllResources': `GET ${asset}/{+scope}:searchAllResources`,
  'cloudasset:searchAllIamPolicies': `GET ${asset}/{+scope}:searchAllIamPolicies`,
  'cloudasset:batchGetAssetsHistory': `GET ${asset}/{+parent}:batchGetAssetsHistory`,
  'cloudasset:batchGetAssetsHistory#iamPolicy': `GET ${asset}/{+parent}:batchGetAssetsHistory`,
  'orgpolicy:projects.policies.list': `GET ${orgPolicy}/{+parent}/policies`,
  'orgpolicy:folders.policies.list': `GET ${orgPolicy}/{+parent}/policies`,
  'orgpolicy:organizations.policies.list': `GET ${orgPolicy}/{+parent}/policies`,
  'orgpolicy:projects.policies.getEffectivePolicy': `GET ${orgPolicy}/{+name}:getEffectivePolicy`,
  'serviceusage:services.list': 'GET serviceusage.googleapis.com/v1/{+parent}/services',
  'logging:projects.sinks.list': `GET ${logging}/{+parent}/sinks`,
  'logging:folders.sinks.list': `GET ${logging}/{+parent}/sinks`,
  'logging:organizations.sinks.list': `GET ${logging}/{+parent}/sinks`,
};
