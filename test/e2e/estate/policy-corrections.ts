/** What the emulator cannot hold of managed policies, made on the wire: some are AWS's own. */
import type { Correct } from '../fault-proxy.ts';
import type { AccountName } from './known.ts';
import type { PolicySpec } from './policy.ts';
import { policyArn } from './role.ts';

/** The policies of AWS lie in no account: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html */
export function correctPolicies(policies: Readonly<Record<AccountName, readonly PolicySpec[]>>): Correct {
  const moved = (['prod', 'partner'] as const).flatMap((account) =>
    policies[account]
      .filter(({ isOfAws }) => isOfAws)
      .map(({ name }) => ({ from: policyArn(account, name), to: `arn:aws:iam::aws:policy/${name}` })),
  );
  return ({ operation, body }) => {
    if (operation.service !== 'iam') return body;
    // Whole elements: a name may begin like another.
    return moved.reduce((text, { from, to }) => text.replaceAll(`>${from}<`, `>${to}<`), body);
  };
}
