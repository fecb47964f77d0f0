/** Runs a parsed command where it has to run: here, or in the process that holds the data directory. */
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Config, loadConfig } from '../config/config.ts';
import { demoConfigOf } from '../config/demo-config.ts';
import { CodedError } from '../errors/coded-error.ts';
import { toCodedError } from '../errors/to-coded-error.ts';
import type { ExitCode, RuntimeCommand } from './command.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import type { BaseContext } from './context.ts';
import { createOutput } from './output/output.ts';
import type { Terminal } from './output/terminal.ts';
import { type Parsed, parseCommandLine } from './parse.ts';
import type { OpenOptions, Product } from './product.ts';
import { createTextReader } from './read-text.ts';

type Run = Extract<Parsed, { readonly kind: 'run' }>;
type Running = {
  readonly argv: readonly string[];
  readonly world: CommandLineWorld;
  readonly terminal: Terminal;
};

/** The exit code; throws whatever goes wrong. */
export async function runParsed(run: Run, running: Running): Promise<ExitCode> {
  const { world, terminal } = running;
  const loaded = loadConfig(world.environment, world.packageRoot);
  const config = run.demo ? demoConfigOf(loaded) : loaded;
  const { command } = run;
  if (command.needs === 'runtime') return await runWithDatabase({ run, command, config }, running);
  const base: BaseContext = {
    config,
    output: createOutput(terminal, { json: run.json, width: terminal.width }),
    signal: world.signal,
    readText: createTextReader(world.directory, world.standardInput),
  };
  if (command.needs === 'process')
    return await command.run(
      {
        ...base,
        packageRoot: world.packageRoot,
        version: world.version,
        debug: run.debug,
        performRemote: async (product, remote) => {
          const { performRemote } = await import('./perform.ts');
          return await performRemote(product, world.version, remote);
        },
        endsDemo: (argv) => endsDemo(argv, world.version),
        openProduct: (log, { config: other = config, ...how } = {}) => open(other, world, { log, ...how }),
      },
      run.input,
    );
  const { loadPlugins } = await import('./runtime/plugins.ts');
  const { registry } = await loadPlugins(config);
  for (const { message } of registry.failedPlugins) base.output.problem(message);
  return await command.run({ ...base, registry }, run.input);
}

/** What is wrong with a command line is told by whoever runs it. */
async function endsDemo(argv: readonly string[], version: string): Promise<boolean> {
  try {
    const parsed = await parseCommandLine(argv, version);
    return parsed.kind === 'run' && parsed.command.endsDemo === true;
  } catch {
    return false;
  }
}

type DatabaseRun = { readonly run: Run; readonly command: RuntimeCommand; readonly config: Config };

/** How long another process may take to begin or to end holding the data directory. */
const patienceMs = 15_000;

/** Here when the database is free or a server's; otherwise in the process that holds it. */
async function runWithDatabase(databaseRun: DatabaseRun, running: Running): Promise<ExitCode> {
  const { config } = databaseRun;
  if (config.databaseUrl !== undefined) return await runHere(databaseRun, running);
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const code = await runInHolder(config, running);
    if (code !== undefined) return code;
    try {
      return await runHere(databaseRun, running);
    } catch (error) {
      const coded = toCodedError(error);
      if (coded.code !== 'database_held') throw coded;
      if (Date.now() > deadline) throw await unreachable(config, coded);
    }
    await wait(200);
  }
}

async function unreachable(config: Config, cause: CodedError): Promise<CodedError> {
  const { socketPath } = await import('./holder/socket-path.ts');
  return new CodedError('holder_unreachable', { path: socketPath(config.dataDirectory) }, { cause });
}

async function runInHolder(
  config: Config,
  { argv, world, terminal }: Running,
): Promise<ExitCode | undefined> {
  if (!existsSync(config.dataDirectory)) return undefined;
  const { callHolder } = await import('./holder/call.ts');
  const call = {
    kind: 'call',
    version: world.version,
    argv: [...argv],
    ...(terminal.width === undefined ? {} : { width: terminal.width }),
    directory: world.directory,
    author: world.author,
    ...(argv.includes('-') ? { standardInput: await world.standardInput() } : {}),
  } as const;
  return await callHolder(config.dataDirectory, call, { sink: terminal, signal: world.signal });
}

async function runHere(
  { run, command, config }: DatabaseRun,
  { world, terminal }: Running,
): Promise<ExitCode> {
  const { perform } = await import('./perform.ts');
  const product = await open(config, world, { log: 'errors' });
  try {
    return await perform(product, { run, command }, { ...world, sink: terminal, width: terminal.width });
  } finally {
    await product.close({ abort: world.signal.aborted });
  }
}

type Opening = OpenOptions & { readonly log: 'configured' | 'errors' };

async function open(config: Config, world: CommandLineWorld, { log, ...how }: Opening): Promise<Product> {
  const { openProduct } = await import('./runtime/open-product.ts');
  const { performRemote } = await import('./perform.ts');
  return await openProduct(config, {
    version: world.version,
    logLevel: log === 'configured' ? config.logLevel : 'error',
    runRemote: (product, remote) => performRemote(product, world.version, remote),
    ...how,
  });
}
