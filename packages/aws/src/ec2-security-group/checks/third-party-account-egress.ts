/** Security groups that let connections out to groups of a third party. */
import { accountAccessCheck } from '../family/account-access.ts';

export const thirdPartyAccountEgress = accountAccessCheck({ direction: 'egress', standing: 'third-party' });
