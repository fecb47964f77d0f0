/** An endpoint's policy turned round: what it says of whose resources are reached, as if they were the callers. */
import type { ConditionEntry } from '../policy/parse-condition.ts';
import type { PolicyDocument, Statement } from '../policy/statement.ts';

/**
 * Keys that describe the resource, by the key that asks the same of a caller.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties
 */
const asCaller: ReadonlyMap<string, string> = new Map([
  ['aws:resourceorgid', 'aws:principalorgid'],
  ['aws:resourceorgpaths', 'aws:principalorgpaths'],
  ['aws:resourceaccount', 'aws:principalaccount'],
  ['s3:resourceaccount', 'aws:principalaccount'],
]);

/** What is asked of callers says nothing of resources: such an entry restricts no Allow and lets no Deny cover. */
export function aboutResources(policy: PolicyDocument): PolicyDocument {
  return { ...policy, statements: policy.statements.flatMap(turned) };
}

function turned(statement: Statement): readonly Statement[] {
  const { effect, principals, conditions } = statement;
  if (effect === 'Deny' && principals?.but === true) return [];
  const anyone = { but: false, list: [{ kind: 'anyone', text: '*' } as const] };
  return [
    {
      ...statement,
      principals: effect === 'Allow' ? anyone : principals,
      conditions: conditions.map(turnedEntry),
    },
  ];
}

function turnedEntry(entry: ConditionEntry): ConditionEntry {
  const isOfTime = entry.key === 'aws:currenttime' || entry.key === 'aws:epochtime';
  return isOfTime ? entry : { ...entry, key: asCaller.get(entry.key) ?? `caller ${entry.key}` };
}
