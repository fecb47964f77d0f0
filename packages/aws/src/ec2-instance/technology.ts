/** Instances: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { metadataV1Allowed } from './checks/metadata-v1-allowed.ts';
import { noInstanceProfile } from './checks/no-instance-profile.ts';
import { secretInUserData } from './checks/secret-in-user-data.ts';
import { ec2Instance } from './watcher.ts';

export const ec2InstanceTechnology: Technology = {
  watcher: ec2Instance,
  checks: [metadataV1Allowed, noInstanceProfile, secretInUserData],
};
