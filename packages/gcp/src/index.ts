/** The Google Cloud plugin: everything that Security Monkey knows of it, listed by name. */
import { definePlugin, type Technology } from '@security-monkey/sdk';
import { gcp } from './account-type/gcp.ts';
import { assetTechnology } from './asset/technology.ts';
import { bigqueryDatasetTechnology } from './bigquery-dataset/technology.ts';
import { computeFirewallTechnology } from './compute-firewall/technology.ts';
import { computeInstanceTechnology } from './compute-instance/technology.ts';
import { computeNetworkTechnology } from './compute-network/technology.ts';
import { computeSubnetworkTechnology } from './compute-subnetwork/technology.ts';
import { folderTechnology } from './folder/technology.ts';
import { iamServiceAccountTechnology } from './iam-service-account/technology.ts';
import { kmsKeyTechnology } from './kms-key/technology.ts';
import { organizationTechnology } from './organization/technology.ts';
import { organizationAssetTechnology } from './organization-asset/technology.ts';
import { gcpOrganization } from './organization-type/gcp-organization.ts';
import { projectTechnology } from './project/technology.ts';
import { sqlInstanceTechnology } from './sql-instance/technology.ts';
import { storageBucketTechnology } from './storage-bucket/technology.ts';

const technologies: readonly Technology[] = [
  assetTechnology,
  bigqueryDatasetTechnology,
  computeFirewallTechnology,
  computeInstanceTechnology,
  computeNetworkTechnology,
  computeSubnetworkTechnology,
  folderTechnology,
  iamServiceAccountTechnology,
  kmsKeyTechnology,
  organizationTechnology,
  organizationAssetTechnology,
  projectTechnology,
  sqlInstanceTechnology,
  storageBucketTechnology,
];

export { frameworks } from './frameworks/frameworks.ts';

export default definePlugin({
  name: '@security-monkey/gcp',
  accountTypes: [gcp, gcpOrganization],
  watchers: technologies.map(({ watcher }) => watcher),
  checks: technologies.flatMap(({ checks }) => checks),
  alerters: [],
});
