/** A policy as permissions: who may do what on what under which conditions, however the statements are cut. */
import { type ActionSet, actionsBut, actionsMatching, isEmpty, subtract } from '../facts/action-set.ts';
import { conditionText } from '../policy/condition-text.ts';
import type { Principal } from '../policy/parse-principal.ts';
import type { PolicyDocument, Selection, Statement } from '../policy/statement.ts';
import { coversResource, everyResource } from '../resource/resource-cover.ts';

export type Permission = {
  /** `*` for everyone; accounts by number, whichever form names them; undefined in identity policies. */
  readonly principal: string | undefined;
  /** One pattern, or all but some. */
  readonly resource: Selection;
  /** Each in one form, sorted: all of them must hold. */
  readonly conditions: readonly string[];
  readonly actions: ActionSet;
};

export type Permissions = {
  /** What is allowed, less what Denies without conditions take away whole. */
  readonly allowed: readonly Permission[];
  /** What Denies forbid in part, or under conditions. */
  readonly denied: readonly Permission[];
};

export function readPermissions({ statements }: PolicyDocument): Permissions {
  const denied = statements.filter(({ effect }) => effect === 'Deny').flatMap(permissionsOf);
  const allowed = statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(permissionsOf)
    .flatMap((permission) => {
      const hits = denied.filter((denial) => denial.conditions.length === 0 && reaches(denial, permission));
      const actions = hits.reduce((left, denial) => subtract(left, denial.actions), permission.actions);
      return isEmpty(actions) ? [] : [{ ...permission, actions }];
    });
  return { allowed, denied };
}

/** Whether it is about everyone and everything that the other is about, actions and conditions aside. */
export function reaches(one: Permission, other: Permission): boolean {
  return (
    (one.principal === '*' || one.principal === other.principal) &&
    coversResource(one.resource, other.resource)
  );
}

function permissionsOf(statement: Statement): readonly Permission[] {
  const { actions: written, conditions: entries } = statement;
  const actions = written === undefined ? actionsMatching(['*']) : actionsOf(written);
  const conditions = [...new Set(entries.map(conditionText))].sort();
  return principalsOf(statement).flatMap((principal) =>
    resourcesOf(statement).map((resource) => ({ principal, resource, conditions, actions })),
  );
}

function actionsOf({ but, patterns }: Selection): ActionSet {
  return but ? actionsBut(patterns) : actionsMatching(patterns);
}

function principalsOf({ principals }: Statement): readonly (string | undefined)[] {
  if (principals === undefined) return [undefined];
  const names = [...new Set(principals.list.map(nameOf))].sort();
  return principals.but ? [`everyone but ${names.join(', ')}`] : names;
}

function nameOf(principal: Principal): string {
  if (principal.kind === 'anyone') return '*';
  return principal.kind === 'account' ? principal.account : principal.text;
}

function resourcesOf({ resources }: Statement): readonly Selection[] {
  if (resources === undefined) return [everyResource];
  return resources.but
    ? [resources]
    : resources.patterns.map((pattern) => ({ but: false, patterns: [pattern] }));
}
