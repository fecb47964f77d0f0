/** Every sort of policy that may have a say in one request. */
import type { PolicyDocument } from '../policy/statement.ts';

type Policies = readonly PolicyDocument[];

export type PolicyLayers = {
  /** Of the user, or of the role of the session. */
  readonly identity: Policies;
  /** Of the resource; none when it has none. */
  readonly resource: Policies;
  /** Each must allow; none when none is set. */
  readonly boundaries: Policies;
  /** None when none was passed for the session. */
  readonly session: Policies;
  /** Of the principal's account, by level; each level must allow. None outside an organisation. */
  readonly serviceControl: readonly Policies[];
  /** Of the resource's account, by level. */
  readonly resourceControl: readonly Policies[];
  /** Of the VPC endpoint; none when the request goes through none. */
  readonly endpoint: Policies;
};
