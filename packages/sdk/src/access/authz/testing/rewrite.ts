/** Other ways to write the same policy, for properties. */
import type { Policy, Statement } from './questions.ts';

/** Every list inside changed, the innermost first. */
export function changeLists(value: unknown, change: (list: readonly unknown[]) => unknown): unknown {
  if (Array.isArray(value)) return change(value.map((element: unknown) => changeLists(element, change)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changeLists(inner, change)]));
}

/** The policy with its actions in upper case. */
export function shoutActions(policy: Policy): Policy {
  const shout = (list: readonly string[]) => list.map((action) => action.toUpperCase());
  const statements = policy.Statement.map(
    ({ Action, NotAction, ...rest }): Statement => ({
      ...rest,
      ...(Action !== undefined && { Action: shout(Action) }),
      ...(NotAction !== undefined && { NotAction: shout(NotAction) }),
    }),
  );
  return { ...policy, Statement: statements };
}

/** The policy with its condition keys in upper case. */
export function shoutKeys(policy: Policy): Policy {
  const statements = policy.Statement.map(({ Condition, ...rest }): Statement => {
    if (Condition === undefined) return rest;
    const block = Object.entries(Condition).map(([operator, tests]) => [operator, upperKeys(tests)] as const);
    return { ...rest, Condition: Object.fromEntries(block) };
  });
  return { ...policy, Statement: statements };
}

export function upperKeys<Value>(tests: { readonly [key: string]: Value }): {
  readonly [key: string]: Value;
} {
  return Object.fromEntries(Object.entries(tests).map(([key, value]) => [key.toUpperCase(), value]));
}
