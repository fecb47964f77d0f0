/** Security groups that let connections out to groups of another of our accounts. */
import { accountAccessCheck } from '../family/account-access.ts';

export const friendlyAccountEgress = accountAccessCheck({ direction: 'egress', standing: 'friendly' });
