/** Runs the tests of one plugin folder that stands elsewhere; used by the tests of the scaffolder. */
import { defineConfig } from 'vitest/config';
import { sharedTestOptions } from './vitest.shared.ts';

const { root: _, ...options } = sharedTestOptions;

export default defineConfig({ ...options, test: { ...options.test, include: ['src/plugin.test.ts'] } });
