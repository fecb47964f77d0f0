/** Examples of the checks on identities' statements: what each reports, the nearest that it does not, and what takes it away. */
import type { z } from 'zod';
import type { BadExample, ExampleItem } from '../../../define/check.ts';
import type { JsonObject } from '../../../json/value.ts';
import type { IdentityTarget } from './identity-target.ts';
import { policyOf, relatedExample } from './related-example.ts';
import { statementExamples } from './statement-examples.ts';
import { type StatementRuleName, statementRules } from './statement-rules.ts';

type Examples = {
  readonly good: readonly ExampleItem[];
  readonly bad: readonly BadExample<string>[];
};

export function identityExamples<Schema extends z.ZodType>(
  name: StatementRuleName,
  target: IdentityTarget<Schema>,
): Examples {
  const { good, bad } = statementExamples[name];
  const { message } = statementRules[name];
  return {
    good: [
      { name: 'no policy', ...relatedExample(target, null, {}) },
      ...good.map((one) => ({ name: one.name, ...relatedExample(target, policyOf(one.statement), {}) })),
      ...bad.slice(0, 1).flatMap(({ statement }) => takenAway(target, statement)),
    ],
    bad: bad.map((one) => ({
      name: one.name,
      ...relatedExample(target, policyOf(one.statement), {}),
      reports: [{ message, subject: one.subject }],
    })),
  };
}

const denyAll = policyOf({ Effect: 'Deny', Action: ['*'] });
const mayList = policyOf({ Action: ['iam:ListUsers'] });

/** The same policy where something else of the item takes away what it gives. */
function takenAway<Schema extends z.ZodType>(
  target: IdentityTarget<Schema>,
  statement: JsonObject,
): readonly ExampleItem[] {
  const own = policyOf(statement);
  const denied = {
    name: 'an attached policy denies it',
    ...relatedExample(target, own, { attached: denyAll }),
  };
  const cut = {
    name: 'the boundary does not allow it',
    ...relatedExample(target, own, { boundary: mayList }),
  };
  return [
    ...(target.attached === undefined ? [] : [denied]),
    ...(target.boundary === undefined ? [] : [cut]),
  ];
}
