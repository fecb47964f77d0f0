/** Whether an identity may do everything, or all but a part that leaves it the means to get the rest. */
import { type ActionSet, noActions, subtract, union } from '../facts/action-set.ts';
import { iamFacts } from '../facts/iam-facts.ts';
import { actionKey } from './action-key.ts';
import { holdsWhole, isUnconstrained, takesWhole } from './is-unconstrained.ts';
import type { Grant, Permissions } from './permissions.ts';

/** Writes of IAM, one of which is enough to give oneself the rest. */
export const powers: readonly string[] = [
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:PassRole',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
];

/** Only grants on everything count that no condition narrows. */
export function isAdministrator(permissions: Permissions): boolean {
  const isFree = ({ isNarrowed }: Grant) => !isNarrowed;
  return (
    powers.some((action) => isUnconstrained(permissions, actionKey(action), isFree)) &&
    permissions.partitions.some((partition) => isBroad(actionsOnEverything(permissions, partition)))
  );
}

/** All but some: known by also holding what the facts do not know. A list of services is no administration. */
export function isBroad({ known, othersBut }: ActionSet): boolean {
  if (othersBut !== undefined) return true;
  const held = known.reduce((count, word) => count + bitsOf(word), 0);
  return held === iamFacts().actions.length;
}

function bitsOf(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function actionsOnEverything({ grants, denials }: Permissions, partition: string): ActionSet {
  const everyArn = `arn:${partition}:*:*:*:*`;
  const free = grants.filter((grant) => !grant.isNarrowed && holdsWhole(grant, everyArn));
  const denied = denials.filter((denial) => takesWhole(denial, everyArn));
  let actions = noActions();
  for (const granted of new Set(free.map((grant) => grant.actions))) actions = union(actions, granted);
  for (const taken of new Set(denied.map((denial) => denial.actions))) actions = subtract(actions, taken);
  return actions;
}
