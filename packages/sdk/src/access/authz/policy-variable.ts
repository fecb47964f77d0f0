/** Puts the values of a request in the place of the variables that a policy writes. */
import { readEscapes } from '../pattern/wildcard.ts';
import type { RequestContext } from './request-context.ts';

/** In which request, and by which version of the policy language, a text is read. */
export type Scope = {
  readonly context: RequestContext;
  /** Whether the policy's version knows variables and escapes. */
  readonly hasVariables: boolean;
};

/**
 * The pattern with its variables replaced, for `matchesPattern` against `literalText`. Values are literal: a `*` in one is
 * no wildcard. Undefined when a variable has no value and no default: then nothing is equal or like it.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function patternIn(scope: Scope, text: string): string | undefined {
  return replaced(scope, text, {
    value: literalText,
    plain: (part) => part.replaceAll('$', literalText('$')),
  });
}

/** As `patternIn`, for comparing whole texts: nothing is a wildcard. */
export function textIn(scope: Scope, text: string): string | undefined {
  return replaced(scope, text, { value: (value) => value, plain: (part) => part });
}

/** The text as patterns see it: its `*`, `?` and `$` match only themselves. */
export function literalText(text: string): string {
  return text.replace(/[*?$]/g, (mark) => readEscapes(`\${${mark}}`));
}

type Rendering = { readonly value: (text: string) => string; readonly plain: (text: string) => string };

function replaced({ context, hasVariables }: Scope, text: string, as: Rendering): string | undefined {
  if (!hasVariables) return as.plain(text);
  const parts: string[] = [];
  let from = 0;
  for (const { 0: whole, 1: inner = '', index } of text.matchAll(/\$\{([^}]*)\}/g)) {
    const value = /^[*?$]$/.test(inner) ? inner : valueOf(inner, context);
    if (value === undefined) return undefined;
    parts.push(as.plain(text.slice(from, index)), as.value(value));
    from = index + whole.length;
  }
  return [...parts, as.plain(text.slice(from))].join('');
}

/** A key that has several values cannot stand in a text. */
function valueOf(inner: string, context: RequestContext): string | undefined {
  const [, name = '', fallback] = /^([^,]*)(?:,\s*'(.*)'\s*)?$/.exec(inner) ?? [];
  const values = context.get(name.trim().toLowerCase()) ?? [];
  return values.length === 1 ? values[0] : values.length === 0 ? fallback : undefined;
}
