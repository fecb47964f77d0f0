/** After two faultless scans in a row the store is equal to the truth, and history tells what was stored when. */
import { canonicalText } from '@security-monkey/sdk';
import type { Database } from '../../../packages/server/src/store/database/database.ts';
import type { Row } from '../../../packages/server/src/store/schema.ts';
import { systemViewer } from '../../../packages/server/src/store/viewer.ts';
import { itemConfigAt } from '../../../packages/server/src/store/views/item-at.ts';
import { checkIds } from './plan.ts';
import type { Snapshot } from './snapshot.ts';
import { hold, resourceOf, type Step } from './step.ts';
import { offencesOf, type Real } from './truth.ts';

export function checkEnd(step: Step): void {
  const { after, real } = step;
  const active = [...after.items.values()].filter(({ status }) => status === 'active');
  const held = active.filter((item) => resourceOf(step, item) === undefined);
  for (const item of held) checkHeld(step, item);
  const there = active.filter((item) => !held.includes(item));
  hold(there.length === real.length, 'every resource is an item', {
    items: there.map(({ identity }) => identity),
    real: real.map(({ identity }) => identity),
  });
  for (const item of there) {
    const resource = resourceOf(step, item);
    hold(canonicalText(item.unreadable) === '[]', 'everything was readable', item.unreadable);
    hold(
      item.lineage === resource?.lineage && item.name === resource.name,
      'an item has the names of its resource',
      { item: item.lineage, expected: resource?.lineage },
    );
  }
  const left = [...after.items.values()].filter(({ status }) => status !== 'active');
  hold(
    left.every(({ status }) => status === 'deleted'),
    'what is not there is deleted',
    left.map(({ identity, status }) => [identity, status]),
  );
  const unknown = [...after.unknowns].filter((one) => !held.some(({ id }) => one.startsWith(id)));
  hold(unknown.length === 0, 'every check could answer', unknown);
  hold(after.failures.length === 0, 'no failure is left', after.failures);
  hold(
    after.coverage.every(({ state, failure }) => state === 'complete' && failure === null),
    'every scope was seen whole',
    after.coverage,
  );
  checkStanding(step, held);
}

/** A drop of more than 30 % that the provider cannot be asked about waits for a person. */
function checkHeld({ after }: Step, item: Row<'item'>): void {
  const scope = [...after.items.values()].filter(
    (other) =>
      other.account_id === item.account_id &&
      other.technology === item.technology &&
      other.scope_region === item.scope_region &&
      other.status === 'active',
  );
  const missing = scope.filter(({ missing_since: since }) => since !== null).length;
  const isHeld = item.technology !== 'fake.widget' && missing >= 3 && missing > scope.length * 0.3;
  hold(isHeld, 'what is gone is deleted, but for a drop that nobody confirms', {
    item: item.identity,
    missing,
    scope: scope.length,
  });
}

/** The issues that stand, by subject, are the offences of what is really there. */
function checkStanding({ after, real, around }: Step, held: readonly Row<'item'>[]): void {
  const expected = real.flatMap((resource) =>
    checkIds().flatMap((check) =>
      subjectsOf(resource, offencesOf(check, { ...resource, unreadable: [] }, around), check),
    ),
  );
  const heldIds = new Set(held.map(({ id }) => id));
  const issues = [...after.issues.values()].filter(({ item_id: id }) => !heldIds.has(id));
  const standing = issues
    .filter(({ status }) => status === 'open' || status === 'justified')
    .map(({ lineage, check_id: check, subject_key: subject }) => `${lineage} ${check} ${subject}`);
  hold(
    JSON.stringify(standing.toSorted()) === JSON.stringify(expected.toSorted()),
    'in the end the issues are the offences',
    { standing, expected },
  );
  hold(
    issues.every(({ status }) => status !== 'frozen' && status !== 'retired'),
    'in the end no issue waits',
    issues.map(({ check_id: check, status }) => [check, status]),
  );
}

function subjectsOf(
  { lineage }: Real,
  offences: ReturnType<typeof offencesOf>,
  check: string,
): readonly string[] {
  return offences === 'unknown'
    ? []
    : [...offences.keys()].map((subject) => `${lineage} ${check} ${subject}`);
}

/** What stood in the store at a moment. */
export type Moment = { readonly at: Date; readonly snapshot: Snapshot };

/** The past, asked for now, is what stood in the store then. */
export async function checkPast(db: Database, moments: readonly Moment[]): Promise<void> {
  const asked = moments.flatMap(({ at, snapshot }) =>
    [...snapshot.items.values()].map((item) => ({ at, item })),
  );
  await Promise.all(asked.map((one) => checkStood(db, one)));
}

async function checkStood(
  db: Database,
  { at, item }: { readonly at: Date; readonly item: Row<'item'> },
): Promise<void> {
  const state = await itemConfigAt(db, systemViewer, { item: item.id, ref: { kind: 'time', at } });
  hold(
    state !== undefined &&
      canonicalText(state.config) === canonicalText(item.config) &&
      (state.kind === 'deleted') === (item.status === 'deleted'),
    'the past stays as it was',
    { item: item.identity, at, state, config: item.config },
  );
}
