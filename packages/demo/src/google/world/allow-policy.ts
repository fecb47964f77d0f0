/** Allow policies, as Google holds them: roles, and who has each. */
import type { JsonObject } from '@security-monkey/sdk';

export type Binding = { readonly role: string; readonly members: readonly string[] };

/** The bindings with one member more for the role. */
export function granted(bindings: readonly Binding[], role: string, member: string): readonly Binding[] {
  const held = bindings.find((binding) => binding.role === role);
  if (held === undefined) return [...bindings, { role, members: [member] }];
  return bindings.map((one) => (one === held ? { ...one, members: [...one.members, member] } : one));
}

/** The bindings without that member for the role; a role that nobody has is left out. */
export function revoked(bindings: readonly Binding[], role: string, member: string): readonly Binding[] {
  return bindings
    .map((one) =>
      one.role === role ? { ...one, members: one.members.filter((other) => other !== member) } : one,
    )
    .filter(({ members }) => members.length > 0);
}

/** In Google's form: a policy that was never set has nothing but its etag. */
export function policyAnswer(bindings: readonly Binding[], rest: JsonObject = {}): JsonObject {
  const isSet = bindings.length > 0 || Object.keys(rest).length > 0;
  return isSet ? { version: 1, etag: 'BwYdemo4shop=', bindings, ...rest } : { etag: 'ACAB' };
}
