/** The score of an open door: nothing while no network interface uses the group. */
import type { CheckContext } from '@security-monkey/sdk';
import { attachments } from './attachments.ts';
import type { SecurityGroupConfig } from './config.ts';

/**
 * The full score, or 0 for a group that nothing uses. To be called only once a door is known to be open: where the
 * interfaces cannot be read the check is then unknown, which says of exactly these groups that they need a look.
 */
export function exposureScore(
  { related }: Pick<CheckContext<SecurityGroupConfig>, 'related'>,
  full: number,
): number {
  return related(attachments).isEmpty() ? 0 : full;
}
