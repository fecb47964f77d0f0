/** Datasets: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { datasetAccessPublic } from './checks/access-public.ts';
import { datasetAccessThirdPartyMember } from './checks/access-third-party-member.ts';
import { datasetAccessUnknownMember } from './checks/access-unknown-member.ts';
import { datasetWithoutOwnKey } from './checks/without-own-key.ts';
import { bigqueryDataset } from './watcher.ts';

export const bigqueryDatasetTechnology: Technology = {
  watcher: bigqueryDataset,
  checks: [
    datasetAccessPublic,
    datasetAccessThirdPartyMember,
    datasetAccessUnknownMember,
    datasetWithoutOwnKey,
  ],
};
