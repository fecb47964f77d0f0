/** Roles for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

/** A role with these fields, without policies and trusted by EC2 unless they say otherwise. */
export function role(fields: JsonObject): JsonObject {
  return {
    RoleName: 'deploy',
    RoleId: 'AROAEXAMPLEDEPLOY0001',
    Arn: 'arn:aws:iam::111122223333:role/deploy',
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: ['ec2.amazonaws.com'] }, Action: ['sts:AssumeRole'] },
      ],
    },
    RolePolicyList: [],
    AttachedManagedPolicies: [],
    InstanceProfileList: [],
    RoleLastUsed: {},
    MaxSessionDuration: 3600,
    Description: null,
    Tags: [],
    ...fields,
  };
}
