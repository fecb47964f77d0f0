/** The config of an instance, as far as checks read it: https://cloud.google.com/compute/docs/reference/rest/v1/instances */
import { z } from 'zod';
import type { BodyForm } from '../client/normal-body.ts';

const access = z.looseObject({ natIP: z.string().optional(), externalIpv6: z.string().optional() });

const networkInterface = z.looseObject({
  /** `nic0` and so on. */
  name: z.string().optional(),
  network: z.string().optional(),
  subnetwork: z.string().optional(),
  networkIP: z.string().optional(),
  ipv6Address: z.string().optional(),
  /** The ways in from outside; an address may be missing while the instance is stopped. */
  accessConfigs: z.array(access).optional(),
  ipv6AccessConfigs: z.array(access).optional(),
});

const disk = z.looseObject({
  type: z.string().optional(),
  deviceName: z.string().optional(),
  source: z.string().optional(),
  diskEncryptionKey: z
    .looseObject({ kmsKeyName: z.string().optional(), sha256: z.string().optional() })
    .optional(),
});

export const instanceConfig = z.looseObject({
  id: z.string(),
  name: z.string(),
  selfLink: z.string(),
  /** The address of the zone. */
  zone: z.string().optional(),
  status: z.string().optional(),
  machineType: z.string().optional(),
  canIpForward: z.boolean().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  tags: z.looseObject({ items: z.array(z.string()).optional() }).optional(),
  networkInterfaces: z.array(networkInterface).optional(),
  serviceAccounts: z
    .array(z.looseObject({ email: z.string(), scopes: z.array(z.string()).optional() }))
    .optional(),
  disks: z.array(disk).optional(),
  /** Values are hidden, but for switches. */
  metadata: z
    .looseObject({
      items: z.array(z.looseObject({ key: z.string(), value: z.string().optional() })).optional(),
    })
    .optional(),
  shieldedInstanceConfig: z
    .looseObject({ enableVtpm: z.boolean().optional(), enableIntegrityMonitoring: z.boolean().optional() })
    .optional(),
  confidentialInstanceConfig: z
    .looseObject({
      enableConfidentialCompute: z.boolean().optional(),
      confidentialInstanceType: z.string().optional(),
    })
    .optional(),
  /** Ours: the kinds of secrets found in the metadata, by their keys; never their values. */
  metadataFindings: z.record(z.string(), z.array(z.string())),
});

export type InstanceConfig = z.output<typeof instanceConfig>;

export const instanceForm: BodyForm = {
  kind: 'compute#instance',
  int64: ['/id', '/disks/*/diskSizeGb'],
};
