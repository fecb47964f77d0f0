/** How far an open door is exposed: not at all while no network interface uses the group. */
import type { CheckContext, Evidence } from '@security-monkey/sdk';
import { attachments } from './attachments.ts';
import type { SecurityGroupConfig } from './config.ts';

export type Exposure = {
  readonly score: number;
  /** Says that the group is used: who accepted the door of an unused group has not accepted that. */
  readonly evidence: readonly Evidence[];
};

/**
 * The full score, or 0 for a group that nothing uses. To be called only once a door is known to be open: where the
 * interfaces cannot be read the check is then unknown, which says of exactly these groups that they need a look.
 */
export function exposureOf(
  { related }: Pick<CheckContext<SecurityGroupConfig>, 'related'>,
  full: number,
): Exposure {
  if (related(attachments).isEmpty()) return { score: 0, evidence: [] };
  return { score: full, evidence: [{ path: `@${attachments}`, value: 'the group is in use' }] };
}
