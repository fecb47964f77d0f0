/** The pages in Chromium: journeys, accessibility, hostile texts, and what a first load weighs. */
import { defineConfig } from 'vitest/config';
import { closingLine } from './closing-line.ts';
import { sharedTestOptions } from './vitest.shared.ts';

export default defineConfig({
  ...sharedTestOptions,
  test: {
    ...sharedTestOptions.test,
    reporters: ['default', closingLine('browser')],
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
