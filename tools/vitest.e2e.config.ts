/** The end-to-end suites: the real command line against moto_server, on both database engines; tarballs installed, guides followed. */
import { defineConfig } from 'vitest/config';
import { closingLine } from './closing-line.ts';
import { sharedTestOptions } from './vitest.shared.ts';

export default defineConfig({
  ...sharedTestOptions,
  test: {
    ...sharedTestOptions.test,
    reporters: ['default', closingLine('e2e')],
    include: ['test/{e2e,durability,packed,checkout}/**/*.test.ts'],
    globalSetup: ['test/e2e/global-setup.ts'],
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
});
