/** The unit and property tests: everything beside the code, on PGlite, without network. */
import { defineConfig } from 'vitest/config';
import { closingLine } from './closing-line.ts';
import { sharedTestOptions } from './vitest.shared.ts';

export default defineConfig({
  ...sharedTestOptions,
  test: {
    ...sharedTestOptions.test,
    reporters: ['default', closingLine('unit')],
    include: [
      'packages/*/src/**/*.test.ts',
      'test/*.test.ts',
      'test/fake-gcp/*.test.ts',
      'test/gcp/**/*.test.ts',
      'test/laws/**/*.test.ts',
      'test/mail/**/*.test.ts',
      'tools/**/*.test.ts',
      'examples/*/src/**/*.test.ts',
    ],
  },
});
