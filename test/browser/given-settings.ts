/** Settings that fill every form: rows, rows in rows, options, and something switched off. */
import type { JsonValue } from '@security-monkey/sdk';
import { setSetting } from '../../packages/server/src/engine/settings/settings.ts';
import type { ServedWorld } from './world/serve-world.ts';

const given: Readonly<Record<string, JsonValue>> = {
  networks: [
    { name: 'office', cidr: '203.0.113.0/24', notes: 'third floor' },
    { name: 'vpn', cidr: '2001:db8::/32', account: 'demo-*' },
  ],
  knownAccounts: ['aws.elb-logs'],
  ignore: [
    { name: 'temporary', technology: 'aws.s3-bucket', prefix: 'no-such-', account: 'demo-*' },
    { name: 'sandbox', prefix: '', tag: 'env=no-such' },
  ],
  checks: { 'aws.account.password-length': { score: 4, options: { min: 16 } } },
  overrides: { 'demo-*': { 'aws.account.password-reuse': { enabled: true, score: 2 } } },
  intervals: {
    minutes: 30,
    technologies: { 'aws.s3-bucket': 5 },
    accounts: { 'demo-*': { minutes: 600, technologies: { 'aws.kms-key': 15 } } },
  },
  activation: {
    technologies: { 'aws.sqs-queue': true },
    accounts: { 'demo-staging': { 'aws.sqs-queue': false } },
  },
};

/** The path of the page of the setting, once all of them are set. */
export async function filledSetting({ world }: ServedWorld, key: string): Promise<string> {
  for (const [name, value] of Object.entries(given))
    await setSetting(world.runtime, 'somebody', { key: name, value });
  return `/settings/${key}`;
}
