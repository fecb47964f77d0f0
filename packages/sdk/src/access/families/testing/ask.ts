/** Asks a check of the made-up user about policies, for tests. */
import { type CheckResult, runCheck } from '../../../audit/run-check.ts';
import type { Check, Finding } from '../../../define/check.ts';
import type { JsonObject } from '../../../json/value.ts';
import { exampleInput } from '../../../testing/example.ts';
import { attachedPolicies, groupPolicies, permissionsBoundary } from '../identity/policy-relations.ts';

/** Statements of policies. Allows on everything, unless they say otherwise. */
export type Asked = {
  readonly own?: readonly (readonly JsonObject[])[];
  readonly attached?: readonly JsonObject[];
  readonly group?: readonly JsonObject[];
  readonly boundary?: readonly JsonObject[];
  /** The relations of which some is missing. */
  readonly incomplete?: readonly string[];
  readonly unreadable?: readonly string[];
  readonly now?: number;
  readonly options?: JsonObject;
};

export function document(statements: readonly JsonObject[]): JsonObject {
  return {
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({
      Effect: 'Allow',
      ...('NotResource' in statement ? {} : { Resource: '*' }),
      ...statement,
    })),
  };
}

export function ask(check: Check, asked: Asked): CheckResult {
  const { own = [], incomplete = [], unreadable = [], now, options } = asked;
  const brought = [
    [attachedPolicies, asked.attached],
    [groupPolicies, asked.group],
    [permissionsBoundary, asked.boundary],
  ] as const;
  const related = brought.map(([{ relation, exampleItem }, statements]) => [
    relation,
    {
      items: statements === undefined ? [] : [exampleItem(document(statements))],
      complete: !incomplete.includes(relation),
    },
  ]);
  return runCheck(
    exampleInput(check, {
      name: 'asked',
      config: {
        Arn: 'arn:aws:iam::111122223333:user/ada',
        InlinePolicies: own.map((statements, at) => ({
          PolicyName: `${at}`,
          PolicyDocument: document(statements),
        })),
      },
      related: Object.fromEntries(related),
      unreadable,
      ...(now !== undefined && { now }),
      ...(options !== undefined && { options }),
    }),
  );
}

/** What was reported of whom; of a check that could not judge, why. */
export function subjectsOf(result: CheckResult): readonly Finding['subject'][] | string {
  if (result.kind === 'judged') return result.findings.map(({ subject }) => subject);
  return result.kind === 'unknown' ? result.path : result.message;
}
