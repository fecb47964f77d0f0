/** The grants of a resource policy: whom each Allow lets do what, less what the Denies take away. */
import { namedBy } from '../condition/caller-keys.ts';
import { principalAccounts } from '../condition/principal-accounts.ts';
import { readPin } from '../condition/read-pin.ts';
import { truthFromNowOn } from '../condition/when.ts';
import {
  type ActionSet,
  actionsBut,
  actionsMatching,
  covers,
  intersect,
  isEmpty,
  union,
} from '../facts/action-set.ts';
import { hasWildcard } from '../pattern/wildcard.ts';
import type { Principal } from '../policy/parse-principal.ts';
import type { PolicyDocument, Selection, Statement } from '../policy/statement.ts';
import { afterDenial, type Denial, type Denying } from './deny.ts';
import type { Fragment, Grant, Pin } from './grant.ts';
import { everyResource } from './resource-cover.ts';
import type { Surroundings } from './surroundings.ts';

export type Reading = {
  readonly around: Surroundings;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /**
   * The actions that count, such as those of the resource's service: what is left of a grant is nothing when it holds none of
   * them. A statement without actions, as trust policies may have, is about all of these.
   */
  readonly counted?: ActionSet;
  /**
   * The actions of the resource's service: what a pattern over all services, or an exception, gives beyond it is nothing on
   * the resource. Actions of another service that are named count, for some services borrow a second prefix (`execute-api`).
   */
  readonly service?: ActionSet;
};

/** Only grants of which something is left. A grant whose condition on the time can never hold again is dead. */
export function readGrants(policy: PolicyDocument, reading: Reading): readonly Grant[] {
  const denials = policy.statements
    .filter(({ effect }) => effect === 'Deny')
    .map((statement) => ({ statement, actions: actionsOf(statement, reading) }));
  return policy.statements
    .filter((statement) => statement.effect === 'Allow' && !isDead(statement, reading.now))
    .flatMap((statement) => grantsOf(statement, denials, reading));
}

function grantsOf(statement: Statement, denials: readonly Denial[], reading: Reading): readonly Grant[] {
  const actions = actionsOf(statement, reading);
  const whole: Fragment = { actions, pins: pinsOf(statement, reading.around) };
  if (isEmpty(actions)) return [];
  return principalsOf(statement).flatMap((principal) =>
    resourcesOf(statement).flatMap((resource) => {
      const { fragments, cutBy } = afterDenials(whole, denials, { principal, resource, ...reading });
      const left = fragments.filter(
        ({ actions: given, pins }) =>
          counts(given, statement, reading) && !pins.some((pin) => excludes(pin, principal)),
      );
      return left.length === 0 ? [] : [{ statement, principal, resource, fragments: left, cutBy }];
    }),
  );
}

function afterDenials(
  whole: Fragment,
  denials: readonly Denial[],
  to: Denying,
): Pick<Grant, 'fragments' | 'cutBy'> {
  let fragments: readonly Fragment[] = [whole];
  const cutBy: string[] = [];
  for (const denial of denials) {
    const before = fragments;
    fragments = afterDenial(before, denial, to);
    if (isCut(before, fragments)) cutBy.push(`/Statement/${denial.statement.index}`);
  }
  return { fragments, cutBy };
}

/** A Deny of what was not given changes nothing. */
function isCut(before: readonly Fragment[], after: readonly Fragment[]): boolean {
  if (before.length !== after.length) return true;
  return before.some(({ actions, pins }, at) => {
    const left = after[at];
    return left === undefined || left.pins.length !== pins.length || !covers(left.actions, actions);
  });
}

function counts(actions: ActionSet, { actions: written }: Statement, { counted, service }: Reading): boolean {
  if (counted !== undefined && isEmpty(intersect(actions, counted))) return false;
  if (service === undefined) return true;
  const named = written === undefined || written.but ? [] : written.patterns.filter(namesService);
  return !isEmpty(intersect(actions, union(service, actionsMatching(named))));
}

function namesService(pattern: string): boolean {
  return !hasWildcard(pattern.split(':')[0] ?? '');
}

/** Everyone but some is everyone. */
function principalsOf({ principals }: Statement): readonly Principal[] {
  if (principals === undefined) return [];
  return principals.but ? [{ kind: 'anyone', text: 'everyone but some' }] : principals.list;
}

function resourcesOf({ resources }: Statement): readonly Selection[] {
  if (resources === undefined) return [everyResource];
  return resources.but
    ? [resources]
    : resources.patterns.map((pattern) => ({ but: false, patterns: [pattern] }));
}

function actionsOf({ actions }: Statement, { counted }: Reading): ActionSet {
  if (actions === undefined) return counted ?? actionsMatching(['*']);
  return actions.but ? actionsBut(actions.patterns) : actionsMatching(actions.patterns);
}

function pinsOf({ conditions, index }: Statement, around: Surroundings): readonly Pin[] {
  return conditions.flatMap((entry) => {
    const admits = readPin({ entry, beside: conditions, around });
    if (typeof admits === 'string') return [];
    const accounts = principalAccounts(entry);
    return [
      {
        path: `/Statement/${index}${entry.path}`,
        admits,
        ...namedBy(entry.key),
        ...(accounts !== undefined && { principalAccounts: accounts }),
      },
    ];
  });
}

/** A principal of one account is never of another: who is held to that cannot be the one that is named. */
function excludes({ principalAccounts: accounts }: Pin, principal: Principal): boolean {
  if (principal.kind !== 'account' && principal.kind !== 'identity') return false;
  return accounts !== undefined && !accounts.includes(principal.account);
}

function isDead({ conditions }: Statement, now: number): boolean {
  return conditions.some((entry) => truthFromNowOn(entry, now) === 'never');
}
