/** The rules on single statements of an identity's policies: what each looks for, and how it weighs. */
import type { Category } from '../../../define/check.ts';
import { holdsWholeService } from '../../identity/full-service.ts';
import { isUnconstrainedOnKind } from '../../identity/is-unconstrained.ts';
import { arns } from '../../identity/paths/escalation-path.ts';
import { actionIndexes } from './action-index.ts';
import { givesEveryAction, mayRule } from './every-action.ts';
import { about, type Given, given, givenWhere, ofServices } from './given.ts';
import type { GivenStatement } from './given-statement.ts';
import { selectionText } from './written-selection.ts';

export type StatementRuleName =
  | 'administrator-access'
  | 'iam-full-access'
  | 'permissions-management'
  | 'sensitive-service-write'
  | 'pass-role'
  | 'security-group-changes'
  | 'not-action'
  | 'not-resource'
  | 'credentials-exposure'
  | 'data-exfiltration';

export type StatementRule = {
  readonly score: number;
  readonly category: Category;
  readonly message: 'granted' | 'used';
  readonly text: string;
  /** Whether it is told of statements that give every action, too: of those there is no more to say otherwise. */
  readonly besideAdministrator?: true;
  /** `services`: those that count; undefined for all. */
  readonly find: (statement: GivenStatement, services?: ReadonlySet<string>) => readonly Given[];
};

/** Scores and categories are those of the first Security Monkey; it had no rule for credentials and data. */
export const statementRules: Readonly<Record<StatementRuleName, StatementRule>> = {
  'administrator-access': {
    score: 10,
    category: 'administrator-access',
    message: 'granted',
    text: 'Every action is allowed on {resources}',
    besideAdministrator: true,
    find: (statement) => (givesEveryAction(statement) ? [about(statement)] : []),
  },
  'iam-full-access': {
    score: 10,
    category: 'administrator-access',
    message: 'granted',
    text: 'Every action of IAM is allowed on {resources}',
    find: (statement) => (givesIam(statement) ? [about(statement)] : []),
  },
  'permissions-management': {
    score: 10,
    category: 'sensitive-permissions',
    message: 'granted',
    text: 'Permissions can be changed ({service}) by {actions} on {resources}',
    find: (statement) => given(statement, { among: actionIndexes.management() }),
  },
  'sensitive-service-write': {
    score: 1,
    category: 'sensitive-permissions',
    message: 'granted',
    text: 'Resources can be changed ({service}) by {actions} on {resources}',
    find: (statement, services) => given(statement, { among: ofServices(actionIndexes.writes(), services) }),
  },
  'pass-role': {
    score: 10,
    category: 'sensitive-permissions',
    message: 'granted',
    text: 'Roles can be passed to services: {resources}',
    find: (statement) =>
      atAll(
        statement,
        given(statement, { among: actionIndexes.passRole(), useless: arns.serviceLinkedRole }),
      ),
  },
  'security-group-changes': {
    score: 7,
    category: 'sensitive-permissions',
    message: 'granted',
    text: 'Security groups can be opened by {actions} on {resources}',
    find: (statement) => atAll(statement, given(statement, { among: actionIndexes.securityGroups() })),
  },
  'not-action': {
    score: 10,
    category: 'awkward-construction',
    message: 'used',
    text: '{element} allows everything that is not listed, on {resources}',
    besideAdministrator: true,
    find: ({ statement: { actions, resources } }) =>
      actions?.but === true
        ? [{ subject: { element: 'NotAction', resources: selectionText(resources) }, actions: [] }]
        : [],
  },
  'not-resource': {
    score: 10,
    category: 'awkward-construction',
    message: 'used',
    text: '{element} allows {actions} on everything that is not listed',
    besideAdministrator: true,
    find: ({ statement: { actions, resources } }) =>
      resources?.but === true
        ? [{ subject: { element: 'NotResource', actions: selectionText(actions) }, actions: [] }]
        : [],
  },
  'credentials-exposure': {
    score: 4,
    category: 'sensitive-permissions',
    message: 'granted',
    text: 'Credentials can be had ({service}) by {actions} on {resources}',
    // Who makes a key of their own gains nothing by it.
    find: (statement) => given(statement, { among: actionIndexes.credentials(), isAnother: true }),
  },
  'data-exfiltration': {
    score: 2,
    category: 'sensitive-permissions',
    message: 'granted',
    text: 'All data can be taken ({service}) by {actions} on {resources}',
    find: (statement) =>
      givenWhere(statement, actionIndexes.exfiltration(), (key) =>
        isUnconstrainedOnKind(statement.permissions, key),
      ),
  },
};

/** IAM as a whole, of which is left what gives the rest. */
function givesIam({ statement: { actions }, permissions }: GivenStatement): boolean {
  return mayRule(permissions) && holdsWholeService(actions, 'iam');
}

/** One thing to say, whatever services the statement names. */
function atAll(statement: GivenStatement, found: readonly Given[]): readonly Given[] {
  const actions = found.flatMap((one) => one.actions);
  return actions.length === 0 ? [] : [{ ...about(statement), actions }];
}
