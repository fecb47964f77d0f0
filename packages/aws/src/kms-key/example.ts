/** Keys for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

export const keyArn = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-1111-2222-3333-444455556666';

/** A symmetric key of a customer with these metadata and parts. */
export function key(metadata: JsonObject, parts: JsonObject = {}): JsonObject {
  return {
    KeyId: '0a1b2c3d-1111-2222-3333-444455556666',
    KeyArn: keyArn,
    KeyMetadata: {
      KeyManager: 'CUSTOMER',
      KeyState: 'Enabled',
      KeySpec: 'SYMMETRIC_DEFAULT',
      Origin: 'AWS_KMS',
      ...metadata,
    },
    Policy: null,
    Rotation: { KeyRotationEnabled: true },
    Aliases: [],
    Tags: [],
    ...parts,
  };
}

export type Granted = readonly [GranteePrincipal: string, ...Operations: readonly string[]];

/** The relation to grants, each as its principal and operations. */
export function granted(...all: readonly Granted[]) {
  const items = all.map(([GranteePrincipal, ...Operations], index) => ({
    technology: 'aws.kms-grant',
    key: `grant-${index}`,
    value: { GranteePrincipal, Operations },
  }));
  return { grants: { items, complete: true } };
}
