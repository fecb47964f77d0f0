/** Runs one command on the open product, whoever typed it and wherever. */
import type { Command, ExitCode } from './command.ts';
import { demoLabel } from './demo/demo-label.ts';
import type { RemoteRun } from './holder/serve.ts';
import { createOutput, type Sink } from './output/output.ts';
import { showProgress } from './output/show-progress.ts';
import { type Parsed, parseCommandLine } from './parse.ts';
import type { Product } from './product.ts';
import { createTextReader } from './read-text.ts';
import { showError } from './show-error.ts';

/** Those that one process may run for another. */
export type SharedCommand = Exclude<Command, { readonly needs: 'process' }>;

type Run = Extract<Parsed, { readonly kind: 'run' }>;

export type Caller = {
  readonly directory: string;
  readonly author: string;
  readonly signal: AbortSignal;
  readonly standardInput: () => Promise<string>;
  readonly sink: Sink;
  readonly width: number | undefined;
};

/** The command's exit code; its errors are the caller's to render. */
export async function perform(
  product: Pick<Product, 'config' | 'registry' | 'runtime'>,
  { run, command }: { readonly run: Run; readonly command: SharedCommand },
  caller: Caller,
): Promise<ExitCode> {
  const output = createOutput(caller.sink, { json: run.json, width: caller.width });
  if (product.config.isDemo === true) output.notice({ text: demoLabel, lasting: true });
  for (const { message } of product.registry.failedPlugins) output.problem(message);
  const code = await command.run(
    {
      config: product.config,
      registry: product.registry,
      runtime: { ...product.runtime, progress: showProgress(output.notice) },
      output,
      signal: caller.signal,
      author: caller.author,
      readText: createTextReader(caller.directory, caller.standardInput),
    },
    run.input,
  );
  caller.signal.throwIfAborted();
  return code;
}

/** A command that came through the holder's socket. */
export async function performRemote(product: Product, version: string, remote: RemoteRun): Promise<ExitCode> {
  const { call, signal } = remote;
  try {
    const parsed = await parseCommandLine(call.argv, version);
    if (parsed.kind === 'text' || parsed.command.needs === 'process') {
      await remote.line(parsed.kind === 'text' ? parsed.text : '');
      return 0;
    }
    const sink: Sink = { line: remote.line, notice: remote.notice, error: remote.error };
    return await perform(
      product,
      { run: parsed, command: parsed.command },
      {
        directory: call.directory,
        author: call.author,
        signal,
        standardInput: async () => call.standardInput ?? '',
        sink,
        width: call.width,
      },
    );
  } catch (error) {
    return showError(error, { terminal: remote, debug: call.argv.includes('--debug'), signal });
  }
}
