/** Coverage: what could be looked at, and what could not. */
import { z } from 'zod';
import { failureHint } from '../../errors/failure-hint.ts';
import { type CoverageRow, listCoverage } from '../../store/views/list-coverage.ts';
import { defineRoute } from '../route.ts';
import { pageQuery, pageSchema } from '../schema/common.ts';
import { coverageSchema, coverageState } from '../schema/coverage.ts';

/** A scope with what to do about its failure. */
export function withHint(scope: CoverageRow): CoverageRow & { readonly hint: string | null } {
  return { ...scope, hint: scope.failure === null ? null : failureHint(scope.failure) };
}

export const getCoverage = defineRoute({
  method: 'GET',
  path: '/coverage',
  tag: 'Coverage',
  summary: 'Scope by scope, what was and was not seen, and why.',
  role: 'view',
  query: z.object({
    ...pageQuery,
    account: z.string().optional(),
    technology: z.string().optional(),
    region: z.string().optional(),
    state: coverageState.optional(),
  }),
  response: pageSchema(coverageSchema),
  run: async ({ api: { runtime }, person: { viewer }, query: { state, ...asked } }) => {
    const now = runtime.clock.now();
    const page = await listCoverage(runtime.db, viewer, {
      ...asked,
      now,
      states: state === undefined ? undefined : [state],
    });
    return { rows: page.rows.map(withHint), next: page.next };
  },
});
