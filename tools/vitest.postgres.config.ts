/** The store and engine tests once more, on a PostgreSQL server (DATABASE_URL, or the local default). */
import { defineConfig } from 'vitest/config';
import { closingLine } from './closing-line.ts';
import { sharedTestOptions } from './vitest.shared.ts';

export default defineConfig({
  ...sharedTestOptions,
  test: {
    ...sharedTestOptions.test,
    reporters: ['default', closingLine('postgres')],
    include: [
      'packages/server/src/{store,engine,schedule,api}/**/*.test.ts',
      'test/gcp/scan.test.ts',
      'test/laws/**/*.test.ts',
      'test/mail/**/*.test.ts',
    ],
    env: { SECURITY_MONKEY_TEST_ENGINE: 'postgres' },
  },
});
