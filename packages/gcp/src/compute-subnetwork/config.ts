/** The config of a subnetwork, as far as checks read it: https://cloud.google.com/compute/docs/reference/rest/v1/subnetworks */
import { z } from 'zod';
import type { InventorySource } from '../asset-inventory/source.ts';
import { allowPolicy } from '../client/allow-policy.ts';
import type { BodyForm } from '../client/normal-body.ts';

export const subnetworkConfig = z.looseObject({
  id: z.string(),
  name: z.string(),
  selfLink: z.string(),
  /** The address of the network. */
  network: z.string().optional(),
  ipCidrRange: z.string().optional(),
  ipv6CidrRange: z.string().optional(),
  secondaryIpRanges: z
    .array(z.looseObject({ rangeName: z.string().optional(), ipCidrRange: z.string().optional() }))
    .optional(),
  /** `PRIVATE` for machines; others are for proxies and services of Google's. */
  purpose: z.string().optional(),
  privateIpGoogleAccess: z.boolean().optional(),
  /** What `logConfig` has replaced. */
  enableFlowLogs: z.boolean().optional(),
  logConfig: z.looseObject({ enable: z.boolean().optional() }).optional(),
  iamPolicy: allowPolicy,
});

export type SubnetworkConfig = z.output<typeof subnetworkConfig>;

export const subnetworkForm: BodyForm = {
  kind: 'compute#subnetwork',
  int64: ['/id'],
  renamed: { secondaryIpRange: 'secondaryIpRanges' },
};

const assetType = 'compute.googleapis.com/Subnetwork';

export const subnetworkSource: InventorySource = {
  assetType,
  form: subnetworkForm,
  policies: [assetType],
  lacks: [],
};
