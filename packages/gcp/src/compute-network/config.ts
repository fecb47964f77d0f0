/** The config of a network, as far as checks read it: https://cloud.google.com/compute/docs/reference/rest/v1/networks */
import { z } from 'zod';
import type { InventorySource } from '../asset-inventory/source.ts';
import type { BodyForm } from '../client/normal-body.ts';

export const networkConfig = z.looseObject({
  id: z.string(),
  name: z.string(),
  selfLink: z.string(),
  /** Absent on legacy networks, which have no subnetworks. */
  autoCreateSubnetworks: z.boolean().optional(),
  /** The range of a legacy network. */
  IPv4Range: z.string().optional(),
  peerings: z
    .array(z.looseObject({ name: z.string().optional(), network: z.string().optional() }))
    .optional(),
});

export type NetworkConfig = z.output<typeof networkConfig>;

export const networkForm: BodyForm = {
  kind: 'compute#network',
  int64: ['/id'],
  renamed: { subnetwork: 'subnetworks', peering: 'peerings' },
};

export const networkSource: InventorySource = {
  assetType: 'compute.googleapis.com/Network',
  form: networkForm,
  policies: [],
  lacks: [],
};
