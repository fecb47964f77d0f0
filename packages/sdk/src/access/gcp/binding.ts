/** The bindings of an allow policy: which members hold which role, and on what condition. */
import { isJsonObject } from '../../json/value.ts';
import { type Reading, readEach, refused } from '../network/reading.ts';
import { type Circumstances, holds } from './condition.ts';
import { readTextList } from './text-list.ts';

export type Binding = {
  /** The JSON pointer of the binding. */
  readonly at: string;
  readonly role: string;
  readonly members: readonly string[];
  /** Undefined when there is none. */
  readonly condition: string | undefined;
};

/** A binding that grants. `isConditional`: whether it does hangs on what only the request tells. */
export type LiveBinding = Binding & { readonly isConditional: boolean };

/**
 * Reads a list of bindings. One without a role, and a member that is no text, grant nothing and are named. A condition that
 * cannot be read restricts nothing. `at` is the JSON pointer of the list.
 * Source: https://cloud.google.com/iam/docs/reference/rest/v1/Policy#Binding
 */
export function readBindings(bindings: readonly unknown[], at: string): Reading<Binding> {
  return readEach(bindings, at, readBinding);
}

/** The bindings that grant something under the circumstances: a condition that is certainly false leaves nothing. */
export function liveBindings(
  bindings: readonly Binding[],
  circumstances: Circumstances,
): readonly LiveBinding[] {
  return bindings.flatMap((binding) => {
    if (binding.members.length === 0) return [];
    const truth = binding.condition === undefined ? 'true' : holds(binding.condition, circumstances);
    return truth === 'false' ? [] : [{ ...binding, isConditional: truth === 'unknown' }];
  });
}

function readBinding(binding: unknown, at: string): Reading<Binding> {
  if (!isJsonObject(binding)) return refused(at, 'is no binding');
  const { role, condition } = binding;
  if (typeof role !== 'string' || role === '') return refused(at, 'has no role');
  const members = readTextList(binding['members'], `${at}/members`);
  const expression = readCondition(condition, `${at}/condition`);
  return {
    rules: [{ at, role, members: members.rules, condition: expression.rules[0] }],
    unread: [...members.unread, ...expression.unread],
  };
}

/** A condition that is there but cannot be read is one that may hold: `''` is no expression. */
function readCondition(written: unknown, at: string): Reading<string> {
  if (written === undefined || written === null) return { rules: [], unread: [] };
  const expression = isJsonObject(written) ? written['expression'] : undefined;
  if (typeof expression === 'string') return { rules: [expression], unread: [] };
  return { rules: [''], unread: [`${at}: has no expression`] };
}
