/** `gcp-sa-keys`: whether a service account has keys that users keep. */
import { readServiceAccountKeys } from '../gcp/service-account-key.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';

export const gcpSaKeys: Judge = ({ keys }) => {
  if (!Array.isArray(keys)) return problems(['keys is no list']);
  const { rules, unread } = readServiceAccountKeys(keys, '/keys');
  return { userManaged: rules.some(({ isUserManaged }) => isUserManaged), ...problems(unread) };
};
