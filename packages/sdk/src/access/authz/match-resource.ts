/** Whether a statement is about the resource of a request. */
import { matchesPattern } from '../pattern/wildcard.ts';
import type { Selection } from '../policy/statement.ts';
import { partsOf } from './arn-parts.ts';
import { literalText, patternIn, type Scope } from './policy-variable.ts';

/** A pattern whose variable has no value matches no resource; `NotResource` then leaves nothing out by it. */
export function matchesResource(selection: Selection, resource: string, scope: Scope): boolean {
  const text = literalText(resource);
  const isNamed = selection.patterns.some((written) => {
    const pattern = patternIn(scope, written);
    return pattern !== undefined && matchesArn(pattern, text);
  });
  return isNamed !== selection.but;
}

/**
 * A `*` that ends a part of the ARN may go on beyond the colon; any other one stays inside its part. In the last part,
 * which names the resource, colons are characters like others.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
function matchesArn(pattern: string, text: string): boolean {
  const parts = partsOf(pattern);
  if (parts.length < 6 || parts.slice(0, 5).some((part) => part.endsWith('*')))
    return matchesPattern(pattern, text);
  const texts = partsOf(text);
  return texts.length === 6 && parts.every((part, at) => matchesPattern(part, texts[at] ?? ''));
}
