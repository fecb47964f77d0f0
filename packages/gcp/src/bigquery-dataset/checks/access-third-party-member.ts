/** Datasets whose access list lets in a third party. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { datasetAccess } from '../family/dataset-access.ts';

export const datasetAccessThirdPartyMember = allowPolicyCheck('third-party-member', datasetAccess);
