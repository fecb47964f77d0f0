/** The kinds of question, each with who answers it. */
import type { Judge } from './answer.ts';
import { awsAuthz } from './aws-authz.ts';
import { awsEntityClass } from './aws-entity-class.ts';
import { awsIdentityPolicy } from './aws-identity-policy.ts';
import { awsReachability } from './aws-reachability.ts';
import { awsResourcePolicy } from './aws-resource-policy.ts';
import { awsTrustPolicy } from './aws-trust-policy.ts';
import { gcpBigqueryAccess } from './gcp-bigquery-access.ts';
import { gcpEscalation } from './gcp-escalation.ts';
import { gcpFirewall } from './gcp-firewall.ts';
import { gcpIam } from './gcp-iam.ts';
import { gcpInstance } from './gcp-instance.ts';
import { gcpSaKeys } from './gcp-sa-keys.ts';
import { gcsBucket } from './gcs-bucket.ts';
import { lambdaUrl } from './lambda-url.ts';
import { nacl } from './nacl.ts';
import { s3Acl } from './s3-acl.ts';
import { s3Bpa } from './s3-bpa.ts';
import { s3Bucket } from './s3-bucket.ts';
import { s3PolicyStatus } from './s3-policy-status.ts';
import { sg } from './sg.ts';
import { snapshotSharing } from './snapshot-sharing.ts';

export const kinds: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['aws-authz', awsAuthz],
  ['aws-entity-class', awsEntityClass],
  ['aws-identity-policy', awsIdentityPolicy],
  ['aws-reachability', awsReachability],
  ['gcp-bigquery-access', gcpBigqueryAccess],
  ['gcp-escalation', gcpEscalation],
  ['gcp-firewall', gcpFirewall],
  ['gcp-iam', gcpIam],
  ['gcp-instance', gcpInstance],
  ['gcp-sa-keys', gcpSaKeys],
  ['gcs-bucket', gcsBucket],
  ['nacl', nacl],
  ['s3-acl', s3Acl],
  ['s3-bpa', s3Bpa],
  ['sg', sg],
  ['snapshot-sharing', snapshotSharing],
  ['aws-resource-policy', awsResourcePolicy],
  ['aws-trust-policy', awsTrustPolicy],
  ['lambda-url', lambdaUrl],
  ['s3-policy-status', s3PolicyStatus],
  ['s3-bucket', s3Bucket],
]);
