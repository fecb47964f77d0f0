/** The access keys of a user, each where it stands. */
import type { Finding } from '@security-monkey/sdk';
import { latest } from '../../iam/age.ts';
import type { AccessKey, UserConfig } from '../config.ts';

export type FoundKey = { readonly key: AccessKey; readonly path: string };

export function keysOf({ AccessKeys = [] }: UserConfig): readonly FoundKey[] {
  return AccessKeys.map((key, at) => ({ key, path: `/AccessKeys/${at}` }));
}

/** A finding about a key, with those of its fields as evidence. */
export function keyFinding(
  { key, path }: FoundKey,
  fields: readonly ('AccessKeyId' | 'Status' | 'CreateDate')[],
): Finding {
  const evidence = fields.map((field) => ({ path: `${path}/${field}`, value: key[field] }));
  return { subject: { key: key.AccessKeyId }, evidence };
}

/** When the key was last used, or made when it was not used since. ISO 8601. */
export function lastUseOf(config: UserConfig, { AccessKeyId, CreateDate }: AccessKey): string {
  return latest(CreateDate, config.AccessKeyLastUsed?.[AccessKeyId]?.LastUsedDate);
}
