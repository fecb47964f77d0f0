/** Ages counted in days, as the checks that wait for a day to come need them. */
import { z } from 'zod';
import type { CheckContext } from '../define/check.ts';

const day = 86_400_000;

/** The option `days`: how long something may be old before it is told. */
export function daysOption(days: number) {
  return z.object({ days: z.int().min(1).default(days) });
}

/** Whether the day (ISO 8601) lies that many days back; if not yet, has the check look again when it does. */
export function isPast(
  date: string,
  days: number,
  { now, lookAgainAt }: Pick<CheckContext, 'now' | 'lookAgainAt'>,
): boolean {
  const due = Date.parse(date) + days * day;
  if (now >= due) return true;
  lookAgainAt(due);
  return false;
}
