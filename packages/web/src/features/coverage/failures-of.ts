/** Why the regions of a cell could not be looked at, each cause once. */

import type { Scope, Unknown } from './coverage-queries.ts';
import { permissionOf } from './matrix-rows.ts';

export type Cause = {
  readonly class: string;
  readonly operation: string | undefined;
  readonly permission: string | undefined;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string | undefined;
  readonly regions: readonly string[];
};

/** The causes of what failed, of what is frozen, and of what is not known of the past, the most frequent first. */
export function causesOf(scopes: readonly Scope[]): readonly Cause[] {
  const all = scopes.flatMap((scope) => [scope, { ...scope, failure: scope.past, hint: null }]);
  const failing = all.flatMap(({ failure, hint, region }) => {
    if (failure === null) return [];
    const { class: kind, operation, message } = failure;
    const cause = {
      class: kind,
      operation,
      permission: permissionOf(failure),
      message,
      hint: hint ?? undefined,
    };
    return [{ cause, region }];
  });
  return [...Map.groupBy(failing, ({ cause }) => JSON.stringify(cause)).values()]
    .flatMap((found) => {
      const [first] = found;
      return first === undefined ? [] : [{ ...first.cause, regions: found.map(({ region }) => region) }];
    })
    .toSorted((a, b) => b.regions.length - a.regions.length);
}

type Hinted = { readonly class: string; readonly permission: string | null; readonly hint: string | null };

/** Why parts of items could not be read, each cause once, with what the dashboard says to do about it. */
export function unreadCausesOf(
  unknowns: readonly Pick<Unknown, 'class' | 'permission' | 'message'>[],
  failures: readonly Hinted[],
): readonly Cause[] {
  const parts = unknowns.map(({ class: kind, permission, message }) => {
    const known = failures.find((one) => one.class === kind && one.permission === permission);
    return {
      class: kind,
      operation: undefined,
      permission: permission ?? undefined,
      message,
      hint: known?.hint ?? undefined,
      regions: [],
    };
  });
  return [...new Map(parts.map((cause) => [JSON.stringify(cause), cause])).values()];
}

const ranks: Readonly<Record<Scope['state'], number>> = { failed: 0, never: 1, frozen: 2, complete: 3 };

/** What could not be looked at first, then by name. */
export function regionsByNeed(scopes: readonly Scope[]): readonly Scope[] {
  return scopes.toSorted(
    (a, b) => ranks[a.state] - ranks[b.state] || (a.region < b.region ? -1 : Number(a.region > b.region)),
  );
}
