/** Every command with its arguments, options and examples, from the definitions that the command line itself uses. */
import { commandCatalogue } from '../../packages/server/src/cli/catalogue.ts';
import type { Command, OptionSpec } from '../../packages/server/src/cli/command.ts';
import { code, page, table } from './markdown.ts';

/** One section a command. */
export async function commandPage(): Promise<string> {
  const commands = await Promise.all(commandCatalogue.map(({ load }) => load()));
  return page(
    '# Commands',
    'In a checkout: `npm run monkey -- COMMAND`. Installed: `security-monkey COMMAND`, or `monkey COMMAND`.',
    'Every command knows `--help`, `--json` (one object a line) and `--demo` (work on the demo estate). Exit code 0: done; 1: failed or incomplete; 2: wrong usage.',
    ...commands.map(section),
  );
}

function section(command: Command): string {
  const words = Object.entries(command.arguments).map(([name, spec]) => {
    const word = spec.variadic === true ? `${name}…` : name;
    return spec.optional === true ? `[${word}]` : word;
  });
  return page(
    `## ${[command.name, ...words].join(' ')}`,
    command.description,
    ...argumentTable(command),
    ...optionTable(command),
    ...exampleBlock(command.examples ?? []),
  ).trimEnd();
}

function argumentTable(command: Command): readonly string[] {
  const rows = Object.entries(command.arguments).map(([name, spec]) => [code(name), spec.description]);
  return rows.length === 0 ? [] : [table(['argument', 'meaning'], rows)];
}

function optionTable(command: Command): readonly string[] {
  const rows = Object.entries(command.options).map(([name, spec]) => [
    code(optionWord(name, spec)),
    spec.description,
  ]);
  return rows.length === 0 ? [] : [table(['option', 'meaning'], rows)];
}

function optionWord(name: string, spec: OptionSpec): string {
  const word = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return spec.value === undefined ? word : `${word} ${spec.value}${spec.repeat === true ? ' …' : ''}`;
}

function exampleBlock(examples: readonly string[]): readonly string[] {
  return examples.length === 0 ? [] : [`\`\`\`sh\n${examples.join('\n')}\n\`\`\``];
}
