/** Coverage: what could be looked at, and what could not. */
import { z } from 'zod';
import { failureHint } from '../../errors/failure-hint.ts';
import { coverageMatrix } from '../../store/views/coverage-matrix.ts';
import { type CoverageRow, listCoverage } from '../../store/views/list-coverage.ts';
import { listUnknowns } from '../../store/views/list-unknowns.ts';
import { defineRoute } from '../route.ts';
import { pageQuery, pageSchema } from '../schema/common.ts';
import { coverageCellSchema, coverageSchema, coverageState } from '../schema/coverage.ts';
import { unknownRowSchema } from '../schema/item.ts';

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
  query: z.strictObject({
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

export const getCoverageMatrix = defineRoute({
  method: 'GET',
  path: '/coverage/matrix',
  tag: 'Coverage',
  summary: 'Coverage by account and technology, their regions together.',
  role: 'view',
  query: z.strictObject(pageQuery),
  response: pageSchema(coverageCellSchema),
  run: async ({ api: { runtime }, person: { viewer }, query }) =>
    await coverageMatrix(runtime.db, viewer, { ...query, now: runtime.clock.now() }),
});

export const getUnknowns = defineRoute({
  method: 'GET',
  path: '/unknowns',
  tag: 'Coverage',
  summary: 'Checks that could not be decided, item by item, and why.',
  role: 'view',
  query: z.strictObject({
    ...pageQuery,
    account: z.string().optional(),
    technology: z.string().optional(),
  }),
  response: pageSchema(unknownRowSchema),
  run: async ({ api: { runtime }, person: { viewer }, query }) =>
    await listUnknowns(runtime.db, viewer, query),
});
