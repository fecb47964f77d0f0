/** What S3 itself calls a public bucket policy, which decides what Block Public Access cuts. */
import { hasVariable, hasWildcard } from '../pattern/wildcard.ts';
import { type ConditionEntry, isNegation } from '../policy/parse-condition.ts';
import type { Principal } from '../policy/parse-principal.ts';
import type { PolicyDocument, Statement } from '../policy/statement.ts';
import { judgeResourcePolicy } from '../resource/judge-resource-policy.ts';
import type { Surroundings } from '../resource/surroundings.ts';

/**
 * Whether some Allow, looked at alone, is for anyone without a value that fixes who: Denies do not count, nor does the time.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function isPublicToS3(policy: PolicyDocument, around: Surroundings): boolean {
  const statements = policy.statements
    .filter(({ effect, conditions }) => effect === 'Allow' && !conditions.some(fixesKey))
    .map(asS3Reads);
  // No grant has ended yet at the beginning of time.
  const question = { around, now: Number.NEGATIVE_INFINITY };
  return judgeResourcePolicy({ ...policy, statements }, question).isPublic;
}

function asS3Reads(statement: Statement): Statement {
  const { principals, conditions } = statement;
  return {
    ...statement,
    principals: principals && { ...principals, list: principals.list.map(withoutHost) },
    conditions: conditions.filter(isFixed),
  };
}

/** S3 takes the users of a web identity provider for the public. */
function withoutHost(principal: Principal): Principal {
  if (principal.kind !== 'federated' || principal.account !== undefined) return principal;
  return { kind: 'anyone', text: principal.text };
}

/** A value that holds a `*` or a variable fixes nothing for S3, whatever the operator, but for the name of an access point. */
function isFixed({ operator, key, values }: ConditionEntry): boolean {
  if (values === undefined || operator === undefined) return true;
  return values.every((value) => {
    const fixed = key === 's3:dataaccesspointarn' ? value.replace(/\/\*$/, '') : value;
    return !hasVariable(fixed) && !hasWildcard(fixed);
  });
}

/** S3 takes a fixed encryption key for a limit, though it says nothing of the caller. */
function fixesKey({ operator, key, values }: ConditionEntry): boolean {
  if (key !== 's3:x-amz-server-side-encryption-aws-kms-key-id') return false;
  if (operator === undefined || values === undefined || isNegation(operator.name)) return false;
  if (operator.ifExists || operator.quantifier === 'ForAllValues' || !/^(?:String|Arn)/.test(operator.name))
    return false;
  return values.every((value) => !hasWildcard(value) && !hasVariable(value));
}
