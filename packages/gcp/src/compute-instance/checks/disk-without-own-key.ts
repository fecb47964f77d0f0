/** Virtual machines with disks that only Google holds a key of. */
import { defineCheck, type JsonObject } from '@security-monkey/sdk';
import { instance } from '../example.ts';
import { computeInstance } from '../watcher.ts';

const disk = (fields: JsonObject) =>
  instance({ disks: [{ deviceName: 'boot', type: 'PERSISTENT', ...fields }] });

export const diskWithoutOwnKey = defineCheck({
  id: 'gcp.compute-instance.disk-without-own-key',
  watcher: computeInstance,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'A disk is encrypted by a key of Google’s alone',
  why: 'Every disk is encrypted. By a key of one’s own, access to it can be taken away from everybody at once, and each use is logged. This matters for machines that hold what must not be lost; justify the others.',
  fix: 'Make the disk anew from a snapshot with a key of Cloud KMS.',
  links: ['https://cloud.google.com/compute/docs/disks/customer-managed-encryption'],
  frameworks: { 'cis-gcp-5.0': ['4.7'] },
  messages: { unowned: 'Disk {disk} has no key of ours' },
  examples: {
    good: [
      {
        name: 'a key of Cloud KMS',
        config: disk({ diskEncryptionKey: { kmsKeyName: 'projects/p/locations/l/keyRings/r/cryptoKeys/k' } }),
      },
      {
        name: 'a key that is given with each call',
        config: disk({ diskEncryptionKey: { sha256: 'aGFzaA==' } }),
      },
      { name: 'a local disk, which lives with the machine', config: disk({ type: 'SCRATCH' }) },
    ],
    bad: [
      { name: 'no key', config: disk({}), reports: [{ message: 'unowned', subject: { disk: 'boot' } }] },
      {
        name: 'an empty key',
        config: disk({ diskEncryptionKey: {} }),
        reports: [{ message: 'unowned', subject: { disk: 'boot' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    for (const [at, { type, deviceName = `${at}`, diskEncryptionKey: key }] of (
      config.disks ?? []
    ).entries()) {
      const isOwned = key?.kmsKeyName !== undefined || key?.sha256 !== undefined;
      if (type !== 'PERSISTENT' || isOwned) continue;
      report('unowned', {
        subject: { disk: deviceName },
        evidence: [{ path: `/disks/${at}`, value: { type } }],
      });
    }
  },
});
