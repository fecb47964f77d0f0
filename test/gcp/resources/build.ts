/** The whole estate: an organization of three folders and six projects, for the wire fake. */
import type { Estate } from '../../fake-gcp/start.ts';
import { bucketHolds } from './buckets.ts';
import { dataHolds } from './data.ts';
import { instanceHolds } from './instances.ts';
import { networkHolds } from './networks.ts';
import { otherAssetHolds } from './other-assets.ts';
import { parents, resourceManagerHolds } from './resource-manager.ts';
import { serviceAccountHolds } from './service-accounts.ts';
import { sqlHolds } from './sql-instances.ts';
import { holdsOf } from './wire.ts';

export const wholeEstate: Estate = {
  parents,
  holds: holdsOf([
    resourceManagerHolds,
    networkHolds,
    instanceHolds,
    bucketHolds,
    serviceAccountHolds,
    dataHolds,
    sqlHolds,
    otherAssetHolds,
  ]),
};
