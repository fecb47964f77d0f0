/** What there is at a moment: the organisation as it was founded, and what has happened since the season began. */
import type { Story } from '../stories/story.ts';
import { type Moment, seasonBegin } from '../time/moment.ts';
import { type Change, together } from './change.ts';
import type { Dice } from './dice.ts';

export type Beginnings<Whole> = {
  readonly founded: Whole;
  /** What has been wrong since before anybody looked. */
  readonly flaws: readonly Change<Whole>[];
  readonly stories: readonly Story<Whole>[];
  /** What changes all the time, beside the stories. */
  readonly goesOn: (world: Whole, moment: Moment) => Whole;
};

/** Gives the world at any moment. What never changes is made once, and the last world is kept: a scan asks for it at every call. */
export function worldFrom<Whole>(
  dice: Dice,
  { founded, flaws, stories, goesOn }: Beginnings<Whole>,
): (moment: Moment) => Whole {
  const occasion = { at: 0, season: 0, begun: seasonBegin, dice };
  const begun = together(...flaws)(founded, occasion);
  const worldAt = (moment: Moment): Whole => {
    const world = happened(stories, moment).reduce(
      (now, { at, change }) => change(now, { ...occasion, season: moment.season, at: moment.begun + at }),
      begun,
    );
    return goesOn(world, moment);
  };
  let last: { readonly now: number; readonly world: Whole } | undefined;
  return (moment) => {
    if (last?.now !== moment.now) last = { now: moment.now, world: worldAt(moment) };
    return last.world;
  };
}

type Happened<Whole> = { readonly at: number; readonly change: Change<Whole> };

/** In the order of time, as the steps of two stories may touch the same thing. */
function happened<Whole>(stories: readonly Story<Whole>[], { into }: Moment): readonly Happened<Whole>[] {
  return stories
    .flatMap(({ before, steps }): readonly Happened<Whole>[] => [
      ...(before === undefined ? [] : [{ at: 0, change: before }]),
      ...steps,
    ])
    .filter(({ at }) => at <= into)
    .toSorted((a, b) => a.at - b.at);
}
