/** Which checks an item passed: those that were answered, found nothing and could read everything. */
import type { ItemDetail } from '../../store/views/get-item.ts';

/** `answered` is what the last audit wrote down, by check. */
export function passedChecks(
  { issues, undecided }: Pick<ItemDetail, 'issues' | 'undecided'>,
  answered: Readonly<Record<string, string>>,
): readonly string[] {
  const others = new Set([...issues, ...undecided].map(({ check }) => check));
  return Object.keys(answered)
    .filter((check) => !others.has(check))
    .toSorted();
}
