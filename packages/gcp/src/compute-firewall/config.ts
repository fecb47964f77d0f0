/** The config of a firewall rule, as far as checks read it: https://cloud.google.com/compute/docs/reference/rest/v1/firewalls */
import { z } from 'zod';
import type { InventorySource } from '../asset-inventory/source.ts';
import type { BodyForm } from '../client/normal-body.ts';

const traffic = z.looseObject({
  IPProtocol: z.string().optional(),
  /** Ports and ranges such as `8000-8080`; absent for all of them. */
  ports: z.array(z.string()).optional(),
});

export const firewallConfig = z.looseObject({
  id: z.string(),
  name: z.string(),
  selfLink: z.string(),
  /** The address of the network. */
  network: z.string().optional(),
  direction: z.string().optional(),
  disabled: z.boolean().optional(),
  priority: z.number().optional(),
  allowed: z.array(traffic).optional(),
  denied: z.array(traffic).optional(),
  sourceRanges: z.array(z.string()).optional(),
  destinationRanges: z.array(z.string()).optional(),
  sourceTags: z.array(z.string()).optional(),
  sourceServiceAccounts: z.array(z.string()).optional(),
  targetTags: z.array(z.string()).optional(),
  targetServiceAccounts: z.array(z.string()).optional(),
});

export type FirewallConfig = z.output<typeof firewallConfig>;

export const firewallForm: BodyForm = {
  kind: 'compute#firewall',
  int64: ['/id'],
  renamed: {
    ipProtocol: 'IPProtocol',
    port: 'ports',
    sourceRange: 'sourceRanges',
    destinationRange: 'destinationRanges',
    sourceTag: 'sourceTags',
    sourceServiceAccount: 'sourceServiceAccounts',
    targetTag: 'targetTags',
    targetServiceAccount: 'targetServiceAccounts',
  },
};

export const firewallSource: InventorySource = {
  assetType: 'compute.googleapis.com/Firewall',
  form: firewallForm,
  policies: [],
  lacks: [],
};
