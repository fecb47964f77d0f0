/** When what waits becomes a message. */

export type MessagePolicy = {
  /** Milliseconds without news after which a run of an account counts as ended, once nothing of it is under way. */
  readonly quiet: number;
  /** Milliseconds after which nobody waits any longer for a run to end. */
  readonly longestWait: number;
};

const minute = 60_000;

export const messagePolicy: MessagePolicy = { quiet: minute / 2, longestWait: 15 * minute };
