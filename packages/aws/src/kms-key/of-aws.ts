/** Keys that AWS keeps for its services: nobody here can change their policy, their grants or their rotation. */
import type { KeyConfig } from './config.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key */
export function isOfAws({ KeyMetadata }: KeyConfig): boolean {
  return KeyMetadata?.KeyManager === 'AWS';
}
