/** The EC2 instances of both accounts. */
import { gzipSync } from 'node:zlib';
import type { InstanceSpec } from './instance.ts';
import { planes } from './known.ts';

const us = { region: 'us-east-1', group: 'closed' } as const;
const eu = { region: 'eu-west-1', group: 'to-private' } as const;

/** A password of nobody. */
const withPassword = '#!/bin/sh\nexport DB_PASSWORD=k7Vq2mXw9Lr4\nexec /opt/app/run\n';
const withReference = [
  '#!/bin/sh',
  'export DB_PASSWORD_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:db-a1b2c3',
  'exec /opt/app/run',
  '',
].join('\n');

export const prodInstances: readonly InstanceSpec[] = [
  { ...us, name: 'web', tags: { ...planes, team: 'payments' } },
  { ...us, name: 'nameless', isNameless: true },
  { ...us, name: 'metadata-version-1', metadata: 'version 1' },
  { ...us, name: 'metadata-version-1-stopped', metadata: 'version 1', end: 'stopped' },
  { ...eu, name: 'metadata-off', metadata: 'off' },
  { ...us, name: 'without-role', profile: null },
  { ...us, name: 'password-in-script', userData: withPassword },
  { ...eu, name: 'password-in-packed-script', userData: gzipSync(withPassword) },
  { ...us, name: 'reference-in-script', userData: withReference },
  { ...eu, name: 'terminated', profile: null, metadata: 'version 1', end: 'terminated' },
];

export const partnerInstances: readonly InstanceSpec[] = [
  { region: 'eu-west-1', group: 'ssh-office', name: 'bastion', profile: null, metadata: 'version 1' },
  { region: 'us-east-1', group: 'from-itself', name: 'worker' },
];
