/** Security groups that let groups of another of our accounts in. */
import { accountAccessCheck } from '../family/account-access.ts';

export const friendlyAccountIngress = accountAccessCheck({ direction: 'ingress', standing: 'friendly' });
