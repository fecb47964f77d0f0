/** Security groups that let groups of a third party in. */
import { accountAccessCheck } from '../family/account-access.ts';

export const thirdPartyAccountIngress = accountAccessCheck({ direction: 'ingress', standing: 'third-party' });
