/** Questions about Google Cloud that cannot be read are not answered: "could not look" is neither open nor closed. */
import { expect, test } from 'vitest';
import { judge } from '../judge.ts';

const binding = { role: 'roles/owner', members: ['allUsers'] };
const rule = { sourceRanges: ['0.0.0.0/0'], allowed: [{ IPProtocol: 'tcp' }] };

test.each([
  ['gcp-iam', { bindings: [binding] }],
  ['gcp-iam', { resource: 7, bindings: [binding] }],
  ['gcp-iam', { resource: 'project' }],
  ['gcp-iam', { resource: 'project', bindings: null }],
  ['gcp-iam', { resource: 'project', bindings: binding }],
  ['gcp-firewall', { protocol: 'tcp' }],
  ['gcp-firewall', { rule: [rule] }],
  ['gcp-firewall', { rule: { ...rule, allowed: 'tcp' } }],
  ['gcp-firewall', { rule, protocol: 'warp' }],
  ['gcp-firewall', { rule, ports: [-1] }],
  ['gcp-instance', { networkInterfaces: 'nic0' }],
  ['gcp-instance', { serviceAccounts: {} }],
  ['gcs-bucket', { iam: binding }],
  ['gcs-bucket', { acl: 'private' }],
  ['gcp-bigquery-access', {}],
  ['gcp-bigquery-access', { access: null }],
  ['gcp-bigquery-access', { access: { iamMember: 'allUsers' } }],
  ['gcp-sa-keys', {}],
  ['gcp-sa-keys', { keys: 'USER_MANAGED' }],
  ['gcp-escalation', { scope: 'project' }],
  ['gcp-escalation', { permissions: 'iam.roles.update', scope: 'project' }],
  ['gcp-escalation', { permissions: ['iam.roles.update'] }],
  ['gcp-escalation', { permissions: ['iam.roles.update'], scope: 'serviceAccount' }],
])('%s of %j answers nothing but malformed', (kind, input) => {
  expect(Object.keys(judge(kind, input))).toEqual(['malformed']);
});
