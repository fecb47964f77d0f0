/** The policy of a key for the checks of the resource policy family. */
import type { JsonObject, PolicyTarget } from '@security-monkey/sdk';
import type { keyConfig } from '../config.ts';
import { key, keyArn } from '../example.ts';
import { isOfAws } from '../of-aws.ts';
import { kmsKey } from '../watcher.ts';

export const keyPolicy: PolicyTarget<typeof keyConfig> = {
  watcher: kmsKey,
  name: 'policy',
  noun: 'key',
  path: '/Policy',
  isAlwaysThere: true,
  documentOf: (config) => (isOfAws(config) ? undefined : (config.Policy ?? undefined)),
  example: (policy: JsonObject | null) => ({ config: key({}, { Policy: policy }) }),
  action: 'kms:Decrypt',
  arn: keyArn,
  link: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
};
