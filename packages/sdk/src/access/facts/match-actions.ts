/** Which actions of the facts a pattern matches. */
import { hasWildcard, matchesPattern } from '../pattern/wildcard.ts';
import { foldedAt, iamFacts } from './iam-facts.ts';

/** The places, in the facts' list, of the actions that a pattern in lower case matches. */
export function placesOf(pattern: string): readonly number[] {
  const { start, end } = rangeOf(pattern);
  const places: number[] = [];
  for (let place = start; place < end; place += 1) {
    if (matchesPattern(pattern, foldedAt(place))) places.push(place);
  }
  return places;
}

/** A pattern that names its service can only match there. */
function rangeOf(pattern: string): { readonly start: number; readonly end: number } {
  const { actions, services } = iamFacts();
  const colon = pattern.indexOf(':');
  const service = colon === -1 ? pattern : pattern.slice(0, colon);
  if (hasWildcard(service)) return { start: 0, end: actions.length };
  return services.get(service) ?? { start: 0, end: 0 };
}
