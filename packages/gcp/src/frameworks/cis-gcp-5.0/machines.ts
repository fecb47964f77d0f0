/** Section 4 of the benchmark: virtual machines. */
import type { Control } from '@security-monkey/sdk';
import { notWatched } from './reasons.ts';

export const machines: readonly Control[] = [
  {
    id: '4.1',
    title: 'Machines do not act as the default service account',
    level: 1,
    assessment: 'automated',
    checks: ['gcp.compute-instance.default-service-account'],
  },
  {
    id: '4.2',
    title: 'No machine acts as the default service account with access to everything',
    level: 1,
    assessment: 'automated',
    checks: ['gcp.compute-instance.default-service-account-full-access'],
  },
  {
    id: '4.3',
    title: 'Keys of the whole project open no machine',
    level: 1,
    assessment: 'automated',
    checks: ['gcp.compute-instance.project-ssh-keys-allowed'],
  },
  {
    id: '4.4',
    title: 'OS Login is on for the project',
    level: 1,
    assessment: 'automated',
    checks: ['gcp.compute-instance.os-login-overridden', 'gcp.project.os-login-off'],
  },
  {
    id: '4.5',
    title: 'Serial ports of machines are closed',
    level: 1,
    assessment: 'automated',
    checks: ['gcp.compute-instance.serial-port-enabled', 'gcp.project.serial-port-enabled'],
  },
  {
    id: '4.6',
    title: 'Machines do not pass on traffic of others',
    level: 1,
    assessment: 'automated',
    checks: ['gcp.compute-instance.ip-forwarding'],
  },
  {
    id: '4.7',
    title: 'Disks of critical machines have keys of our own',
    level: 2,
    assessment: 'automated',
    checks: ['gcp.compute-instance.disk-without-own-key'],
  },
  {
    id: '4.8',
    title: 'Machines are shielded',
    level: 2,
    assessment: 'automated',
    checks: ['gcp.compute-instance.shielded-vm-off'],
  },
  {
    id: '4.9',
    title: 'Machines have no public address',
    level: 2,
    assessment: 'automated',
    checks: ['gcp.compute-instance.public-address'],
  },
  {
    id: '4.10',
    title: 'App Engine serves by HTTPS only',
    level: 2,
    assessment: 'manual',
    open: notWatched('versions of App Engine'),
  },
  {
    id: '4.11',
    title: 'Machines encrypt their memory',
    level: 2,
    assessment: 'automated',
    checks: ['gcp.compute-instance.confidential-computing-off'],
  },
  {
    id: '4.12',
    title: 'Machines have the latest updates',
    level: 2,
    assessment: 'manual',
    open: notWatched('inventories of operating systems'),
  },
];
