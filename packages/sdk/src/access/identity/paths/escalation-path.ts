/** One documented way to gain permissions that one lacks: the actions that it takes, and what they must work on. */

export type PathStep = {
  readonly action: string;
  /** Patterns of ARNs that serve. Missing: all that the action works on. */
  readonly on?: readonly string[];
  /** A pattern of ARNs of that kind that do not serve. */
  readonly useless?: string;
  /** Whether it must be a user other than the holder: to take one's own credentials gains nothing. */
  readonly isAnother?: true;
  /** Of `iam:PassRole`: the services to one of which the role is handed. */
  readonly passedTo?: readonly string[];
};

export type Family = 'policy' | 'credentials' | 'trust' | 'pass-role' | 'hijack';

export type EscalationPath = {
  /** Part of what is shown and stored: never rename one. */
  readonly id: string;
  readonly family: Family;
  /** All of them are needed. */
  readonly steps: readonly PathStep[];
};

/** ARNs in the pattern language of the facts. */
export const arns = {
  /** Of the account: nobody but AWS edits the policies of AWS. */
  customerPolicy: 'arn:*:iam::????????????:policy/*',
  group: 'arn:*:iam::*:group/*',
  user: 'arn:*:iam::*:user/*',
  role: 'arn:*:iam::*:role/*',
  /** Nobody but their service edits them, and nobody passes them to another one. */
  serviceLinkedRole: 'arn:*:iam::*:role/aws-service-role/*',
  instance: 'arn:*:ec2:*:*:instance/*',
  managedInstance: 'arn:*:ssm:*:*:managed-instance/*',
  document: 'arn:*:ssm:*:*:document/*',
} as const;

/** A step on a role that can be changed or passed. */
export function onRole(action: string): PathStep {
  return { action, on: [arns.role], useless: arns.serviceLinkedRole };
}

/** Actions on whatever they work on. */
export function steps(...actions: readonly string[]): readonly PathStep[] {
  return actions.map((action) => ({ action }));
}
