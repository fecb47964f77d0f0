/** Generated policies that ask the same of something else than the caller: of the door, of the resource. */
import * as fc from 'fast-check';
import { type MadeStatement, placeOf, statements } from './some-policies.ts';

/** Of the entries on a key of the table some, chance says which, are on the other key instead. */
export function rekeyed(keys: ReadonlyMap<string, string>): fc.Arbitrary<readonly MadeStatement[]> {
  return fc
    .record({ made: statements, isOther: fc.infiniteStream(fc.boolean()) })
    .map(({ made, isOther }) =>
      made.map((statement) => ({ ...statement, entries: withOtherKeys(statement, { keys, isOther }) })),
    );
}

function withOtherKeys(
  { entries }: MadeStatement,
  by: { readonly keys: ReadonlyMap<string, string>; readonly isOther: Iterator<boolean> },
): MadeStatement['entries'] {
  const turned = entries.map((entry) => {
    const other = by.keys.get(entry.key);
    return other !== undefined && by.isOther.next().value === true ? { ...entry, key: other } : entry;
  });
  return turned.filter((entry, at) => turned.findIndex((one) => placeOf(one) === placeOf(entry)) === at);
}
