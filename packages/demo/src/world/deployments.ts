/** Each minute one function is deployed: the functions take turns. */
import type { LambdaFunction } from '../technologies/lambda-function.ts';
import { type Moment, minute } from '../time/moment.ts';
import type { Dice } from './dice.ts';

/** The last deployment of the function that stands at that place among so many. */
export function lastDeployment(
  { now }: Moment,
  { place, count }: { readonly place: number; readonly count: number },
): number {
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
