/** Decides what becomes of items that a complete listing lacked: pure. */

export type Missing = {
  readonly id: string;
  /** Since when complete listings lack it; null when this is the first. */
  readonly missingSince: Date | null;
  /** Its describe said in this very run that it does not exist, or a newer resource has taken its place. */
  readonly knownGone: boolean;
};

/** What the provider said when asked for the item; `unasked` where it cannot be asked. */
export type Confirmation = 'gone' | 'there' | 'unclear' | 'unasked';

/**
 * `delete`; `present`: it is still there after all; `mark`: note that it is missing from now on; `wait`: nothing changes.
 */
export type Conclusion = 'delete' | 'present' | 'mark' | 'wait';

/** A drop of more than this share at once is held. */
const largestDrop = 0.3;
/** Fewer than this many are never called a drop. */
const smallestDrop = 3;

/** Whether so many items are missing that a listing gone wrong is likelier than their end. */
export function isDrop(missing: number, active: number): boolean {
  return missing >= smallestDrop && missing > active * largestDrop;
}

/** What becomes of one missing item. `held` when it is part of a drop that nothing confirms. */
export function conclude(item: Missing, confirmation: Confirmation, held: boolean): Conclusion {
  if (item.knownGone || confirmation === 'gone') return 'delete';
  if (confirmation === 'there') return 'present';
  const absentTwice = confirmation === 'unasked' && item.missingSince !== null && !held;
  if (absentTwice) return 'delete';
  return item.missingSince === null ? 'mark' : 'wait';
}
