/** The policy of a question: none, one that can be read, or none that anybody can read. */
import type { JsonValue } from '../../json/value.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { PolicyDocument } from '../policy/statement.ts';

const none: PolicyDocument = { hasVariables: false, statements: [], malformed: [] };

type Rules = Parameters<typeof parsePolicy>[1];

/** Undefined when it is no document. A missing one grants nothing. */
export function readPolicy(written: JsonValue | undefined, rules: Rules): PolicyDocument | undefined {
  return written === undefined || written === null ? none : parsePolicy(written, rules);
}
