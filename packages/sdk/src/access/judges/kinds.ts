/** The kinds of question, each with who answers it. */
import type { Judge } from './answer.ts';
import { awsEntityClass } from './aws-entity-class.ts';
import { awsReachability } from './aws-reachability.ts';
import { nacl } from './nacl.ts';
import { s3Acl } from './s3-acl.ts';
import { s3Bpa } from './s3-bpa.ts';
import { sg } from './sg.ts';
import { snapshotSharing } from './snapshot-sharing.ts';

export const kinds: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['aws-entity-class', awsEntityClass],
  ['aws-reachability', awsReachability],
  ['nacl', nacl],
  ['s3-acl', s3Acl],
  ['s3-bpa', s3Bpa],
  ['sg', sg],
  ['snapshot-sharing', snapshotSharing],
]);
