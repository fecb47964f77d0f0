/** What the stories of both providers tell of a stretch of time, with the moment of each step. */
import { googleStories } from '../google/stories/google-stories.ts';
import { momentOf, season, seasonBegin } from '../time/moment.ts';
import { stories } from './stories.ts';

export type Told = {
  /** Id of the story. */
  readonly story: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly actor: string;
  /** The call by which it is done. */
  readonly operation: string;
  readonly tells: string;
  /** The account's number, or the id of the project. */
  readonly account: string;
  /** Whose item changes, and its name; of a key its alias. */
  readonly technology: string;
  readonly name: string;
};

/** The steps after the one time and up to the other, both in milliseconds since the epoch, in their order. */
export function toldBetween(after: number, until: number): readonly Told[] {
  const first = momentOf(after).season;
  const seasons = Math.max(0, Math.ceil((until - seasonBegin(first)) / season) + 1);
  return Array.from({ length: seasons }, (_, offset) => toldIn(first + offset))
    .flat()
    .filter(({ at }) => at > after && at <= until)
    .toSorted((a, b) => a.at - b.at);
}

function toldIn(number: number): readonly Told[] {
  return [...stories, ...googleStories].flatMap(({ id, title, account, technology, name, steps }) =>
    steps.map(({ at, actor, operation, tells }) => ({
      story: id,
      title,
      at: seasonBegin(number) + at,
      actor,
      operation,
      tells,
      account,
      technology,
      name,
    })),
  );
}
