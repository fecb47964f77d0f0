/** A story: what somebody does to the organisation in a season, step by step, and how it ends. */
import type { Change } from '../world/change.ts';

export type Step = {
  /** Milliseconds since the season's begin. */
  readonly at: number;
  /** Who does it: a user of the account, or AWS itself. */
  readonly actor: string;
  /** The call by which it is done, such as `s3:PutBucketPolicy`; of several the one that decides. */
  readonly operation: string;
  /** What happens, in one sentence. */
  readonly tells: string;
  readonly change: Change;
};

export type Story = {
  readonly id: string;
  readonly title: string;
  /** The account's number. */
  readonly account: string;
  /** The watcher of what is changed, and its name; of a key its alias. */
  readonly technology: string;
  readonly name: string;
  /** How things stand when the season begins, where that differs from one season to the next. */
  readonly before?: Change;
  /** In the order of time. The last one leads back to how it was before, so that the next season can begin. */
  readonly steps: readonly Step[];
};
