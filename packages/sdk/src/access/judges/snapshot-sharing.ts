/** `snapshot-sharing`: whether a snapshot or an image is shared with everybody. */
import { readSharing } from '../snapshot-sharing.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';

export const snapshotSharing: Judge = ({ type, createVolumePermissions, public: isPublic }) => {
  if (type !== 'ebs' && type !== 'ami') return problems(['type is neither ebs nor ami']);
  const permissions = createVolumePermissions ?? [];
  if (!Array.isArray(permissions)) return problems(['createVolumePermissions is no list']);
  const flag = isPublic ?? false;
  if (typeof flag !== 'boolean') return problems(['public is neither true nor false']);
  const { isWithEverybody, accounts, unread } = readSharing(permissions);
  return { public: flag || isWithEverybody, accounts: [...new Set(accounts)].sort(), ...problems(unread) };
};
