/** The unit tests with one seeded bug in the code, chosen by SECURITY_MONKEY_MUTANT; see test/mutants. */
import { defineConfig } from 'vitest/config';
import { mutants } from '../test/mutants/mutants.ts';
import { sharedTestOptions } from './vitest.shared.ts';

const mutant = mutants.find(({ id }) => id === process.env['SECURITY_MONKEY_MUTANT']);
if (mutant === undefined)
  throw new Error('SECURITY_MONKEY_MUTANT names no mutant of test/mutants/mutants.ts');

export default defineConfig({
  ...sharedTestOptions,
  plugins: [
    {
      name: 'seeded-bug',
      enforce: 'pre',
      transform(code, path) {
        if (!path.endsWith(mutant.file)) return undefined;
        if (code.split(mutant.find).length !== 2)
          throw new Error(
            `mutant ${mutant.id}: the text to replace does not stand exactly once in ${mutant.file}`,
          );
        return code.replace(mutant.find, () => mutant.replace);
      },
    },
  ],
  // The cache of transformed modules would serve the healthy code.
  test: { ...sharedTestOptions.test, include: [...mutant.tests], bail: 1, fsModuleCache: false },
});
