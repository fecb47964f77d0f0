/** What the policies of an identity allow together, less what their Denies and the limits above them take away. */
import {
  type ActionSet,
  actionsBut,
  actionsMatching,
  intersect,
  isEmpty,
  noActions,
} from '../facts/action-set.ts';
import { rememberingPairs } from '../facts/remembering-pairs.ts';
import type { PolicyDocument, Selection, Statement } from '../policy/statement.ts';
import { areDead, narrows, truthForIdentity } from './condition-truth.ts';
import { partitionsNamed } from './partition.ts';
import {
  certainPatterns,
  type Denial,
  type Grant,
  type Permissions,
  resourcePattern,
} from './permissions.ts';
import { overlap } from './quick-pattern.ts';

export type IdentityPolicies = {
  /** Everything attached, also through groups: what one of them allows is allowed. */
  readonly attached: readonly PolicyDocument[];
  /** Further policies of which only the Denies count. Missing: there are none. */
  readonly denying?: readonly PolicyDocument[];
  /** What is not allowed by every boundary is not allowed. Missing: there is none. */
  readonly boundaries?: readonly PolicyDocument[];
  /** The levels of the organisation above the identity, each of which must allow. Missing: there is none. */
  readonly serviceControl?: readonly (readonly PolicyDocument[])[];
  /** Those over the resources, which only take away. Missing: there are none. */
  readonly resourceControl?: readonly PolicyDocument[];
};

/** `now`: milliseconds since the epoch. What cannot be read neither allows nor denies. */
export function effectivePermissions(policies: IdentityPolicies, now: number): Permissions {
  const { attached, denying = [], boundaries = [], serviceControl = [], resourceControl = [] } = policies;
  const layers = [...boundaries.map((boundary) => [boundary]), ...serviceControl];
  let grants = grantsOf(attached, now);
  for (const layer of layers) grants = within(grants, grantsOf(layer, now));
  const all = [...attached, ...denying, ...layers.flat(), ...resourceControl];
  return {
    grants,
    granted: knownOf(grants),
    denials: denialsOf(all, now),
    partitions: partitionsNamed(all),
  };
}

/** The known actions that some of the grants hold. */
export function knownOf(grants: readonly Grant[]): Uint32Array {
  const granted = noActions().known;
  for (const { known } of new Set(grants.map(({ actions }) => actions)))
    for (let at = 0; at < known.length; at += 1) granted[at] = (granted[at] ?? 0) | (known[at] ?? 0);
  return granted;
}

function grantsOf(policies: readonly PolicyDocument[], now: number): readonly Grant[] {
  return policies.flatMap(({ statements }, policy) =>
    statements.flatMap((statement) => {
      const { effect, resources, conditions, index } = statement;
      if (effect !== 'Allow' || resources === undefined || areDead(conditions, now)) return [];
      const granted = {
        actions: actionsOf(statement),
        conditions,
        isNarrowed: conditions.some((entry) => narrows(entry, now)),
        from: { policy, statement: index },
      };
      return regionsOf(resources).map((region) => ({ ...granted, ...region }));
    }),
  );
}

function regionsOf(resources: Selection): readonly Pick<Grant, 'within' | 'except'>[] {
  if (resources.but) return [{ within: [resourcePattern('*')], except: certainPatterns(resources) }];
  return resources.patterns.map((pattern) => ({ within: [resourcePattern(pattern)], except: [] }));
}

function denialsOf(policies: readonly PolicyDocument[], now: number): readonly Denial[] {
  return policies.flatMap(({ statements }) =>
    statements
      .filter((statement) => isCertainDenial(statement, now))
      .map((statement) => ({ actions: actionsOf(statement), ...deniedResources(statement) })),
  );
}

function isCertainDenial({ effect, principals, conditions }: Statement, now: number): boolean {
  const isForAnyone =
    principals === undefined || (!principals.but && principals.list.some(({ kind }) => kind === 'anyone'));
  if (effect !== 'Deny' || !isForAnyone) return false;
  return conditions.every((entry) => truthForIdentity(entry, now) === 'always');
}

function deniedResources({ resources }: Statement) {
  if (resources === undefined) return { on: [] };
  return resources.but
    ? { onAllBut: resources.patterns.map(resourcePattern) }
    : { on: certainPatterns(resources) };
}

const mostGrants = 16_384;

/** What both allow. A product that is too long is not made: what is not narrowed stays as open as it was. */
function within(grants: readonly Grant[], limits: readonly Grant[]): readonly Grant[] {
  const both = rememberingPairs(intersect);
  const met: Grant[] = [];
  for (const grant of grants)
    for (const limit of limits) {
      const actions = both(grant.actions, limit.actions);
      if (isEmpty(actions) || areApart(grant, limit)) continue;
      if (met.length === mostGrants) return grants;
      met.push(meeting({ grant, limit, actions }));
    }
  return met;
}

function areApart(grant: Grant, limit: Grant): boolean {
  return grant.within.some((one) => limit.within.some((other) => !overlap(one.widest, other.widest)));
}

function meeting({
  grant,
  limit,
  actions,
}: Readonly<Record<'grant' | 'limit', Grant>> & Pick<Grant, 'actions'>): Grant {
  return {
    actions,
    within: [...grant.within, ...limit.within],
    except: [...grant.except, ...limit.except],
    conditions: [...grant.conditions, ...limit.conditions],
    isNarrowed: grant.isNarrowed || limit.isNarrowed,
    from: grant.from,
  };
}

const remembered = new Map<string, ActionSet>();
const mostRemembered = 1_000;

/** The same lists come back with every identity that a managed policy is attached to. */
function actionsOf({ actions }: Statement): ActionSet {
  if (actions === undefined) return noActions();
  const list = [...new Set(actions.patterns.map((pattern) => pattern.toLowerCase()))];
  const name = `${actions.but ? 'but' : ''}\n${list.join('\n')}`;
  const before = remembered.get(name);
  if (before !== undefined) return before;
  if (remembered.size >= mostRemembered) remembered.clear();
  const set = actions.but ? actionsBut(list) : actionsMatching(list);
  remembered.set(name, set);
  return set;
}
