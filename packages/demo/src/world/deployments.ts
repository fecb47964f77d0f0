/** Each minute one function is deployed: the functions take turns. */
import type { LambdaFunction } from '../technologies/lambda-function.ts';
import { type Moment, minute } from '../time/moment.ts';
import type { Dice } from './dice.ts';

/** The technology of which something changes each minute. */
export const deployedTechnology = 'aws.lambda-function';

/** Where one stands among how many, and how many milliseconds a turn takes: a minute unless given. */
type Turn = { readonly place: number; readonly count: number; readonly every?: number };

/** Every deployment of a function after the one time and up to the other, the newest first. */
export function deploymentsOf(
  turn: Turn,
  { after, until }: { readonly after: number; readonly until: number },
): readonly number[] {
  const newest = lastDeployment({ now: Math.floor(until / minute) * minute }, turn);
  const between = Math.max(0, Math.ceil((newest - after) / (turn.count * minute)));
  return Array.from({ length: between }, (_, index) => newest - index * turn.count * minute);
}

/** When it was last its turn. */
export function lastDeployment({ now }: Pick<Moment, 'now'>, { place, count, every = minute }: Turn): number {
  const turns = Math.floor(now / every);
  const since = (((turns - place) % count) + count) % count;
  return (turns - since) * every;
}

export function deployed(
  functions: readonly LambdaFunction[],
  moment: Moment,
  dice: Dice,
): readonly LambdaFunction[] {
  return functions.map((one, place) => {
    const at = lastDeployment(moment, { place, count: functions.length });
    return { ...one, deployed: at, code: dice.hex(`code ${one.arn} ${at}`, 64) };
  });
}
