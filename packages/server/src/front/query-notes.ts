/** What to tell of a query that is well formed, and yet names something that is not there. */
import type { Registry } from '../engine/registry.ts';
import { patternOf } from '../query/compile.ts';
import type { Query, Term } from '../query/query.ts';
import type { Database } from '../store/database/database.ts';
import type { Viewer } from '../store/viewer.ts';
import { unmatchedTerms } from '../store/views/unmatched-terms.ts';

export type NotedRuntime = { readonly db: Database; readonly registry: Registry };

/** `No account is called pord.` A typing error finds nothing, which must not pass for nothing being wrong. */
export async function queryNotes(
  { db, registry }: NotedRuntime,
  viewer: Viewer,
  query: Query,
): Promise<readonly string[]> {
  const known = {
    technology: registry.allWatchers.map(({ id }) => id),
    check: registry.allChecks.map(({ id }) => id),
  };
  const unmatched = await unmatchedTerms(db, viewer, { query, known });
  return [...new Set(unmatched.map(noteOf))];
}

function noteOf(term: Term): string {
  return `No ${term.key} is called ${patternOf(term).join('*')}.`;
}
