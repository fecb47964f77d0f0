/** A statement of a policy as evidence of what it gives. */
import type { Evidence } from '../../define/check.ts';
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import { policyObject } from '../../policy/policy-text.ts';

type Lying = { readonly path: string; readonly document: unknown };

/** The members that say nothing of what it gives: its name, that it gives, and whom, which the subject tells. */
const unsaid: ReadonlySet<string> = new Set(['Sid', 'Effect', 'Principal']);

/** The statement of that index, but for what is unsaid. `path`: where the document lies, as a JSON pointer. */
export function statementEvidence(lying: Lying, index: number): Evidence {
  const { path, value } = statementAt(lying, index);
  if (!isJsonObject(value)) return { path, value };
  return { path, value: Object.fromEntries(Object.entries(value).filter(([name]) => !unsaid.has(name))) };
}

/** The statement as written, where it lies: a policy may hold one that is in no list. */
export function statementAt({ path, document }: Lying, index: number): Evidence {
  const written = policyObject(document)?.['Statement'] ?? [];
  return isList(written)
    ? { path: `${path}/Statement/${index}`, value: written[index] ?? null }
    : { path: `${path}/Statement`, value: written };
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
