/** Policy documents parsed once: the checks of an item, and of all items that share a policy, ask for the same objects again. */
import { nextTurn } from '../condition/when.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { PolicyDocument } from '../policy/statement.ts';

export type PolicyKind = 'resource' | 'trust' | 'identity';

type Parse = (document: unknown) => PolicyDocument | undefined;

const parsers: Readonly<Record<PolicyKind, Parse>> = {
  resource: remembering((document) => parsePolicy(document, { principal: 'required' })),
  trust: remembering((document) => parsePolicy(document, { principal: 'required', action: 'optional' })),
  identity: remembering((document) => parsePolicy(document, { principal: 'ignored' })),
};

/** The document as `parsePolicy` reads it; undefined for what is none. The same object gives the same answer. */
export function parsedPolicy(kind: PolicyKind, document: unknown): PolicyDocument | undefined {
  return parsers[kind](document);
}

/** The next moment at which a condition on the time may change what the documents say, or undefined. */
export function nextTurnOf(documents: readonly PolicyDocument[], now: number): number | undefined {
  return nextTurn(
    documents.flatMap(({ statements }) => statements.flatMap(({ conditions }) => conditions)),
    now,
  );
}

/** Configs are frozen before a check sees them, so that an object stands for its content. */
function remembering(parse: Parse): Parse {
  const known = new WeakMap<object, { readonly policy: PolicyDocument | undefined }>();
  return (document) => {
    if (typeof document !== 'object' || document === null) return parse(document);
    const before = known.get(document);
    if (before !== undefined) return before.policy;
    const policy = parse(document);
    known.set(document, { policy });
    return policy;
  };
}
