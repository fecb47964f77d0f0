/** `coverage`: scope by scope, what was and was not seen, and why. */
import type { JsonObject } from '@security-monkey/sdk';
import { systemViewer } from '../../store/viewer.ts';
import { type CoverageRow, streamCoverage } from '../../store/views/list-coverage.ts';
import { defineCommand } from '../command.ts';
import { exitCodeOf } from '../exit-code-of.ts';
import type { TableColumn } from '../output/table.ts';
import { isoOrNull, showDistance } from '../output/time.ts';
import { requireAccount } from '../resolve/require-account.ts';

export const coverage = defineCommand({
  name: 'coverage',
  description:
    'Lists every scope (account, technology, region): its last complete listing, what it found, when it is due again, and why it failed.',
  needs: 'runtime',
  arguments: {},
  options: {
    account: { value: 'ACCOUNT', description: 'only this account' },
    technology: { value: 'ID', description: 'only this technology' },
    region: { value: 'REGION', description: 'only this region' },
    failed: { description: 'only scopes that are not complete' },
  },
  run: async ({ runtime, registry, output }, { options }) => {
    const now = runtime.clock.now();
    const account =
      options.account === undefined ? undefined : (await requireAccount(runtime.db, options.account)).name;
    const found = streamCoverage(runtime.db, systemViewer, {
      now,
      account,
      technology: options.technology,
      region: options.region,
      states: options.failed ? ['never', 'failed', 'frozen'] : undefined,
    });
    const count = await output.rows(found, { columns: columnsAt(now), object: coverageObject });
    if (count === 0) await output.text('No scopes: nothing has been scanned yet. Run security-monkey scan.');
    return exitCodeOf(registry);
  },
});

function columnsAt(now: Date): readonly TableColumn<CoverageRow>[] {
  return [
    { title: 'account', value: (scope) => scope.account, shrink: true },
    { title: 'technology', value: (scope) => scope.technology },
    { title: 'region', value: (scope) => scope.region },
    { title: 'state', value: (scope) => (scope.running ? `${scope.state}, running` : scope.state) },
    { title: 'items', value: (scope) => scope.listed, align: 'right' },
    { title: 'held', value: (scope) => scope.held, align: 'right' },
    { title: 'ignored', value: (scope) => scope.ignored, align: 'right' },
    { title: 'complete', value: (scope) => showDistance(scope.lastComplete, now) },
    { title: 'attempt', value: (scope) => showDistance(scope.lastAttempt, now) },
    { title: 'next', value: (scope) => showDistance(scope.nextRun, now) },
    {
      title: 'why',
      value: ({ failure, past }) => whyOf(failure ?? past),
      shrink: true,
    },
  ];
}

function whyOf(failure: CoverageRow['failure']): string {
  return failure === null ? '' : `${failure.class}: ${failure.message}`;
}

export function coverageObject(scope: CoverageRow): JsonObject {
  return {
    ...scope,
    lastComplete: isoOrNull(scope.lastComplete),
    lastAttempt: isoOrNull(scope.lastAttempt),
    nextRun: isoOrNull(scope.nextRun),
    failingSince: isoOrNull(scope.failingSince),
    failure: scope.failure === null ? null : { ...scope.failure },
    past: scope.past === null ? null : { ...scope.past },
  };
}
