/** Datasets whose access list lets in everyone. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { datasetAccess } from '../family/dataset-access.ts';

export const datasetAccessPublic = allowPolicyCheck('public', datasetAccess, {
  frameworks: { 'cis-gcp-5.0': ['7.1'] },
});
