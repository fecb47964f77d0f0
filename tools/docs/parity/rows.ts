/** Every check of the original on the technologies that are watched here. */
import { bucketRows } from './bucket-rows.ts';
import { gcpRows } from './gcp-rows.ts';
import { attachedPolicyRows, identityRows } from './identity-rows.ts';
import { otherRows } from './other-rows.ts';
import { resourcePolicyRows } from './resource-policy-rows.ts';
import type { ParityRow } from './row.ts';
import { securityGroupRows } from './security-group-rows.ts';
import { userRows } from './user-rows.ts';

export const parityRows: readonly ParityRow[] = [
  ...resourcePolicyRows,
  ...identityRows,
  ...attachedPolicyRows,
  ...bucketRows,
  ...securityGroupRows,
  ...userRows,
  ...otherRows,
  ...gcpRows,
].toSorted((a, b) => a.index.localeCompare(b.index, 'en'));
