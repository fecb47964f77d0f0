/** Datasets whose access list lets in strangers. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { datasetAccess } from '../family/dataset-access.ts';

export const datasetAccessUnknownMember = allowPolicyCheck('unknown-member', datasetAccess);
