/** Operations of Resource Manager, whose permissions begin with `resourcemanager`: https://cloud.google.com/resource-manager/reference/rest/v3 */
import type { Operations } from './operation.ts';

const base = 'cloudresourcemanager.googleapis.com/v3';

export const resourceManagerOperations: Operations = {
  'cloudresourcemanager:projects.get': `GET ${base}/{+name}`,
  'cloudresourcemanager:projects.list': `GET ${base}/projects`,
  'cloudresourcemanager:projects.getIamPolicy': `POST ${base}/{+resource}:getIamPolicy`,
  'cloudresourcemanager:folders.get': `GET ${base}/{+name}`,
  'cloudresourcemanager:folders.list': `GET ${base}/folders`,
  'cloudresourcemanager:folders.getIamPolicy': `POST ${base}/{+resource}:getIamPolicy`,
  'cloudresourcemanager:organizations.get': `GET ${base}/{+name}`,
  'cloudresourcemanager:organizations.getIamPolicy': `POST ${base}/{+resource}:getIamPolicy`,
};
