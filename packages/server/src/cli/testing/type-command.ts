/** Types commands in tests: the real parser and commands, on the test database and the fake cloud. */
import type { Config } from '../../config/config.ts';
import { judgeInProcess } from '../../engine/audit/judge-in-process.ts';
import type { Runtime } from '../../engine/runtime.ts';
import { createTestRuntime, type TestRuntime } from '../../engine/testing/test-runtime.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { toCodedError } from '../../errors/to-coded-error.ts';
import type { Database } from '../../store/database/database.ts';
import { parseCommandLine } from '../parse.ts';
import { perform } from '../perform.ts';

export type Typed = { readonly code: number; readonly lines: readonly string[]; readonly error: string };

export type Keyboard = TestRuntime & {
  /** Runs a command line; its error is rendered as the edge does. */
  readonly type: (...argv: readonly string[]) => Promise<Typed>;
  /** Runs it with --json and parses every line. */
  readonly json: (...argv: readonly string[]) => Promise<readonly Record<string, unknown>[]>;
  /** What files hold, by the path that is typed. */
  readonly files: Map<string, string>;
};

const config: Config = {
  dataDirectory: '/nowhere',
  plugins: [],
  logLevel: 'error',
  accountsAtOnce: 1,
  host: '127.0.0.1',
  port: 0,
  trustProxy: false,
};

/** A keyboard over a database, with what a test has otherwise than the bare runtime; on the fake cloud unless given another registry. */
export function createKeyboard(
  db: Database,
  given: Partial<Runtime> | ((bare: TestRuntime) => Runtime) = {},
): Keyboard {
  const bare = createTestRuntime(db);
  const equipped = typeof given === 'function' ? given(bare) : { ...bare.runtime, ...given };
  const runtime = { ...equipped, judge: judgeInProcess(equipped.registry) };
  const files = new Map<string, string>();
  const type = async (...argv: readonly string[]): Promise<Typed> => {
    const lines: string[] = [];
    const problems: string[] = [];
    try {
      const run = await parseCommandLine(argv, '0');
      if (run.kind !== 'run' || run.command.needs === 'process')
        throw new Error(`${argv.join(' ')} runs elsewhere`);
      const caller = {
        directory: '/here',
        author: 'tester',
        signal: new AbortController().signal,
        standardInput: async () => files.get('-') ?? '',
        sink: {
          line: async (line: string) => void lines.push(line),
          notice: () => undefined,
          error: (line: string) => void problems.push(line),
        },
        width: undefined,
      };
      const product = { config, registry: runtime.registry, runtime };
      const { command } = run;
      const code = await perform(product, { run, command }, caller);
      return { code, lines, error: problems.join('\n') };
    } catch (error) {
      const coded = toCodedError(error);
      if (coded.code === 'internal') throw error;
      return { code: coded.entry.exit, lines, error: coded.message };
    }
  };
  return {
    ...bare,
    runtime,
    files,
    type,
    json: async (...argv) => {
      const typed = await type(...argv, '--json');
      if (typed.code === 2) throw new CodedError('usage', { problem: typed.error, command: argv.join(' ') });
      return typed.lines.map((line): Record<string, unknown> => JSON.parse(line));
    },
  };
}
