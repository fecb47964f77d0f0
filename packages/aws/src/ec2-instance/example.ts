/** Instances for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

/** An instance with these fields, and otherwise as one should be. */
export function instance(fields: JsonObject): JsonObject {
  return {
    InstanceId: 'i-0a1b2c3d4e5f60718',
    OwnerId: '111122223333',
    State: { Code: 16, Name: 'running' },
    IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/web', Id: 'AIPA1' },
    MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 1 },
    UserData: null,
    UserDataFindings: [],
    ...fields,
  };
}
