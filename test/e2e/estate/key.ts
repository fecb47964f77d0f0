/** A KMS key of the estate as it is written down, and how it is built. What is not written is rotated and for the account itself. */
import {
  CreateGrantCommand,
  CreateKeyCommand,
  DisableKeyCommand,
  EnableKeyRotationCommand,
  type GrantOperation,
  type KMSClient,
  ReplicateKeyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import type { AccountName, RegionName } from './known.ts';
import { allow, policyText, rootOf } from './statements.ts';

export type GrantSpec = { readonly to: string; readonly operations: readonly GrantOperation[] };

export type KeySpecification = {
  /** Its description: the emulator gives the id, by which the product calls it. */
  readonly name: string;
  readonly region: RegionName;
  /** Statements beside the one by which the account's own policies decide. */
  readonly policy?: readonly object[];
  readonly grants?: readonly GrantSpec[];
  readonly isRotated?: boolean;
  /** What it is of its kind, where rotation is another matter. */
  readonly kind?: 'of AWS' | 'asymmetric' | 'imported' | 'disabled' | 'to be deleted';
  /** Copied to that region, where it has the same id. */
  readonly replica?: RegionName;
  readonly tags?: Readonly<Record<string, string>>;
};

/** Gives the id. */
export async function buildKey(
  kms: KMSClient,
  account: AccountName,
  spec: KeySpecification,
): Promise<string> {
  const { name, policy = [], grants = [], isRotated = true, kind, replica, tags = {} } = spec;
  const own = allow({ Action: 'kms:*', Resource: '*', Principal: rootOf(account) });
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({
      Description: name,
      Policy: policyText(own, ...policy),
      Tags: Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
      ...(kind === 'asymmetric' && { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
      ...(kind === 'imported' && { Origin: 'EXTERNAL' }),
      ...(replica !== undefined && { MultiRegion: true }),
    }),
  );
  const KeyId = KeyMetadata?.KeyId ?? '';
  for (const { to, operations } of grants)
    await kms.send(new CreateGrantCommand({ KeyId, GranteePrincipal: to, Operations: [...operations] }));
  if (isRotated) await kms.send(new EnableKeyRotationCommand({ KeyId }));
  if (kind === 'disabled') await kms.send(new DisableKeyCommand({ KeyId }));
  if (kind === 'to be deleted') await kms.send(new ScheduleKeyDeletionCommand({ KeyId }));
  if (replica !== undefined) await kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: replica }));
  return KeyId;
}
