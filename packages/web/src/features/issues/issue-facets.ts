/** How the issues that a search finds divide. */
import type { IssueFacets } from '../../api/facets.ts';

/** The number of a value; 0 where nothing has it. */
export function countOf(facets: IssueFacets, facet: string, value: string): number {
  return facets.facets[facet]?.find((found) => found.value === value)?.count ?? 0;
}
