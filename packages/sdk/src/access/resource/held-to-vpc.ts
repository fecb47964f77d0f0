/** A policy on something that only one VPC reaches, whatever the policy says. */
import type { ConditionEntry } from '../policy/parse-condition.ts';
import type { PolicyDocument } from '../policy/statement.ts';

/** Every Allow narrowed to requests from the VPC. */
export function heldToVpc(policy: PolicyDocument, vpc: string): PolicyDocument {
  const fromVpc: ConditionEntry = {
    operator: { name: 'StringEquals', ifExists: false },
    operatorText: 'StringEquals',
    key: 'aws:sourcevpc',
    values: [vpc],
    path: '',
  };
  return {
    ...policy,
    statements: policy.statements.map((statement) =>
      statement.effect === 'Allow'
        ? { ...statement, conditions: [...statement.conditions, fromVpc] }
        : statement,
    ),
  };
}
