/** A vitest reporter that ends every suite with one plain line: `name: N passed, N failed, N skipped`. */
import type { Reporter, TestModule } from 'vitest/node';

/** `name` is one word that tells the suites of the gate apart. */
export function closingLine(name: string): Reporter {
  return {
    onTestRunEnd(modules) {
      const count = (state: string): number =>
        modules.flatMap(testsOf).filter((test) => test === state).length;
      // A file that does not load or whose hooks fail has no test that failed.
      const broken = modules.filter(
        (module) => module.state() === 'failed' && !testsOf(module).includes('failed'),
      ).length;
      process.stdout.write(
        `${name}: ${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped\n`,
      );
    },
  };
}

function testsOf(module: TestModule): readonly string[] {
  return [...module.children.allTests()].map((test) => test.result().state);
}
