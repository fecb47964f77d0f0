/** Each minute one function is deployed: the functions take turns. */
import type { LambdaFunction } from '../technologies/lambda-function.ts';
import { type Moment, minute } from '../time/moment.ts';
import type { Dice } from './dice.ts';

/** The technology of which something changes each minute. */
export const deployedTechnology = 'aws.lambda-function';

/** Where a function stands among how many. */
type Turn = { readonly place: number; readonly count: number };

/** Every deployment of a function after the one time and up to the other, the newest first. */
export function deploymentsOf(
  turn: Turn,
  { after, until }: { readonly after: number; readonly until: number },
): readonly number[] {
  const newest = lastDeployment({ now: Math.floor(until / minute) * minute }, turn);
  const between = Math.max(0, Math.ceil((newest - after) / (turn.count * minute)));
  return Array.from({ length: between }, (_, index) => newest - index * turn.count * minute);
}

/** The last deployment of the function. */
export function lastDeployment({ now }: Pick<Moment, 'now'>, { place, count }: Turn): number {
  const minutes = now / minute;
  const since = (((minutes - place) % count) + count) % count;
  return (minutes - since) * minute;
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
