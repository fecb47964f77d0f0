/** A story: what somebody does to the organisation in a season, step by step, and how it ends. */
import type { Change } from '../world/change.ts';
import type { World } from '../world/world.ts';

export type Step<Whole = World> = {
  /** Milliseconds since the season's begin. */
  readonly at: number;
  /** Who does it: a user of the account, or the provider itself. */
  readonly actor: string;
  /** The call by which it is done, such as `s3:PutBucketPolicy` or `storage:buckets.setIamPolicy`; of several the one that decides. */
  readonly operation: string;
  /** What happens, in one sentence. */
  readonly tells: string;
  readonly change: Change<Whole>;
};

/** In the world of one provider: that of AWS unless another is named. */
export type Story<Whole = World> = {
  readonly id: string;
  readonly title: string;
  /** The account's number, or the id of the project. */
  readonly account: string;
  /** The watcher of what is changed, and its name; of a key its alias. */
  readonly technology: string;
  readonly name: string;
  /** How things stand when the season begins, where that differs from one season to the next. */
  readonly before?: Change<Whole>;
  /** In the order of time. The last one leads back to how it was before, so that the next season can begin. */
  readonly steps: readonly Step<Whole>[];
};
