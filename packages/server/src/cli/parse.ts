/** From the words of a command line to a command and its input, by commander. */
import { Argument, CommanderError, InvalidArgumentError, Option, Command as Program } from 'commander';
import { CodedError } from '../errors/coded-error.ts';
import { type CatalogueEntry, commandCatalogue, commandGroups } from './catalogue.ts';
import type { ArgumentSpec, Command, OptionSpec, RawInput } from './command.ts';

export type Parsed =
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly input: RawInput;
      readonly json: boolean;
      readonly debug: boolean;
      /** Whether the command is about the demo estate. */
      readonly demo: boolean;
    }
  | { readonly kind: 'text'; readonly text: string };

const programName = 'security-monkey';

/** Help and version are text; whatever is wrong is a usage error. */
export async function parseCommandLine(argv: readonly string[], version: string): Promise<Parsed> {
  const chosen = await chosenCommand(argv);
  const printed: string[] = [];
  const found: { run?: Extract<Parsed, { kind: 'run' }> } = {};
  const program = buildProgram({
    version,
    chosen,
    print: (text) => printed.push(text),
    onRun: (run) => {
      found.run = run;
    },
  });
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : protectQuery(argv, chosen), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'text', text: printed.join('').trimEnd() };
    throw usage(error, argv, printed);
  }
  return found.run ?? { kind: 'text', text: printed.join('').trimEnd() };
}

/** Stands for the minus of a query such as `-region:us-east-1`, which would be taken for an option. */
const protectedMinus = '\u{e000}';

function protectQuery(argv: readonly string[], chosen: Command | undefined): string[] {
  if (chosen === undefined || !('query' in chosen.arguments)) return [...argv];
  return argv.map((word) => (/^-[^-\s]/.test(word) && word !== '-h' ? protectedMinus + word.slice(1) : word));
}

function usage(error: CommanderError, argv: readonly string[], printed: readonly string[]): CodedError {
  const [first, second] = wordsOf(argv);
  const name = [`${first} ${second}`, first].find((text) =>
    commandCatalogue.some((entry) => entry.name === text),
  );
  const command = [programName, name ?? (first !== undefined && first in commandGroups ? first : '')].join(
    ' ',
  );
  // A group without its second word prints its help and nothing else.
  const isBareGroup = error.code === 'commander.help';
  const problem = isBareGroup
    ? `${command.trim()} needs a command`
    : firstSentence(printed.join('') || error.message);
  return new CodedError('usage', { problem, command: command.trim() });
}

function firstSentence(text: string): string {
  const line = text
    .replace(/^error: /, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

function wordsOf(argv: readonly string[]): readonly string[] {
  return argv.filter((word) => !word.startsWith('-'));
}

/** Only the command that is asked for is loaded. */
async function chosenCommand(argv: readonly string[]): Promise<Command | undefined> {
  const words = wordsOf(argv);
  const [first, second, third] = words[0] === 'help' ? words.slice(1) : words;
  const names = [`${first} ${second}`, first, `${second} ${third}`];
  for (const name of names) {
    const entry = commandCatalogue.find((known) => known.name === name);
    if (entry !== undefined) return await entry.load();
  }
  return undefined;
}

type Build = {
  readonly version: string;
  readonly chosen: Command | undefined;
  readonly print: (text: string) => void;
  readonly onRun: (run: Extract<Parsed, { kind: 'run' }>) => void;
};

function buildProgram(build: Build): Program {
  const program = prepared(new Program(programName), build)
    .description('Watches cloud accounts, keeps every change of every configuration, audits it and alerts.')
    .version(build.version, '--version', 'print the version')
    .enablePositionalOptions(false);
  const groups = new Map<string, Program>();
  for (const entry of commandCatalogue) {
    const [first = '', second] = entry.name.split(' ');
    const parent = second === undefined ? program : groupOf(first, { program, groups, build });
    parent.addCommand(subcommand(entry, second ?? first, build));
  }
  return program;
}

function groupOf(
  name: string,
  {
    program,
    groups,
    build,
  }: { readonly program: Program; readonly groups: Map<string, Program>; readonly build: Build },
): Program {
  const known = groups.get(name);
  if (known !== undefined) return known;
  const summary = commandGroups[name] ?? name;
  const group = prepared(new Program(name), build).description(summary);
  groups.set(name, group);
  program.addCommand(group);
  return group;
}

/** Help and errors are collected instead of written, and nothing ends the process. */
function prepared(program: Program, { print }: Build): Program {
  return program
    .exitOverride()
    .helpCommand(false)
    .configureOutput({ writeOut: print, writeErr: print, outputError: (text) => print(text) })
    .addOption(new Option('--json', 'print one JSON object a line'))
    .addOption(new Option('--debug', 'show errors with all their details'))
    .addOption(
      new Option('--demo', 'work on the demo estate, simulated accounts in a data directory of their own'),
    )
    .helpOption('-h, --help', 'show help');
}

function subcommand(entry: CatalogueEntry, name: string, build: Build): Program {
  const program = prepared(new Program(name), build).summary(entry.summary);
  const command = build.chosen;
  if (command === undefined || command.name !== entry.name) return program.description(entry.summary);
  program.description(command.description);
  for (const [argument, spec] of Object.entries(command.arguments))
    program.addArgument(argumentOf(argument, spec));
  for (const [option, spec] of Object.entries(command.options)) program.addOption(optionOf(option, spec));
  const examples = (command.examples ?? []).map((example) => `  ${programName} ${example}`);
  if (examples.length > 0) program.addHelpText('after', `\nExamples:\n${examples.join('\n')}`);
  return program.action(() => {
    const shared = program.optsWithGlobals<{ json?: boolean; debug?: boolean; demo?: boolean }>();
    build.onRun({
      kind: 'run',
      command,
      input: inputOf(program, command),
      json: shared.json === true,
      debug: shared.debug === true,
      demo: shared.demo === true,
    });
  });
}

function argumentOf(name: string, spec: ArgumentSpec): Argument {
  const text = `${name.toUpperCase()}${spec.variadic === true ? '...' : ''}`;
  return new Argument(spec.optional === true ? `[${text}]` : `<${text}>`, spec.description);
}

function optionOf(name: string, spec: OptionSpec): Option {
  const option = new Option(
    spec.value === undefined ? `--${name}` : `--${name} <${spec.value}>`,
    spec.description,
  );
  if (spec.required === true) option.makeOptionMandatory();
  if (spec.choices !== undefined) option.choices(spec.choices);
  if (spec.repeat === true)
    option.argParser<readonly string[]>((value, before) => {
      // Collecting takes the place of commander's own look at the choices.
      if (spec.choices?.includes(value) === false)
        throw new InvalidArgumentError(`Allowed choices are ${spec.choices.join(', ')}.`);
      return [...(before ?? []), value];
    });
  return option;
}

function inputOf(program: Program, command: Command): RawInput {
  const given: Readonly<Record<string, unknown>> = program.opts();
  const options = Object.entries(command.options).map(([name, spec]) => {
    const value = given[camelCase(name)];
    if (spec.repeat === true) return [name, Array.isArray(value) ? value.map(String) : []] as const;
    if (spec.value === undefined) return [name, value === true] as const;
    return [name, typeof value === 'string' ? value : undefined] as const;
  });
  const words: readonly unknown[] = program.processedArgs;
  const values = Object.keys(command.arguments).map((name, index) => {
    const value = words[index];
    return [
      name,
      Array.isArray(value) ? value.map(unprotected) : typeof value === 'string' ? value : undefined,
    ] as const;
  });
  return { arguments: Object.fromEntries(values), options: Object.fromEntries(options) };
}

function unprotected(word: unknown): string {
  return String(word).replace(protectedMinus, '-');
}

function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
