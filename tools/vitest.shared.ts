/** What every vitest suite of this repository has in common: run from source, one process state per file only where needed. */
const source = '@security-monkey/source';

export const sharedTestOptions = {
  root: new URL('..', import.meta.url).pathname,
  resolve: { conditions: [source, 'node', 'default'] },
  ssr: {
    resolve: {
      conditions: [source, 'node', 'default'],
      externalConditions: [source, 'node', 'default'],
    },
  },
  test: {
    pool: 'forks' as const,
    isolate: false,
    execArgv: [`--conditions=${source}`],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: {},
  },
};
