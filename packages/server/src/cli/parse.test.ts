/** Command lines and what becomes of them. */
import { describe, expect, it } from 'vitest';
import { CodedError } from '../errors/coded-error.ts';
import { commandCatalogue, commandGroups } from './catalogue.ts';
import { parseCommandLine } from './parse.ts';

async function parsed(...argv: readonly string[]) {
  const result = await parseCommandLine(argv, '1.2.3');
  if (result.kind === 'text') return result;
  const { command, input, json, debug } = result;
  return { command: command.name, ...input, json, debug };
}

describe('a command line', () => {
  it.each([
    {
      rule: 'options and arguments take the form that the command declares',
      argv: ['settings', 'set', 'intervals', '{"minutes":5}', '--json'],
      command: 'settings set',
      arguments: { key: 'intervals', value: '{"minutes":5}' },
      options: {},
      json: true,
    },
    {
      rule: 'a repeatable option collects its values, also none',
      argv: ['checks', '--technology', 'aws.a', '--technology', 'aws.b'],
      command: 'checks',
      arguments: {},
      options: { technology: ['aws.a', 'aws.b'] },
      json: false,
    },
    {
      rule: 'shared options may stand before the command',
      argv: ['--json', 'checks'],
      command: 'checks',
      arguments: {},
      options: { technology: [] },
      json: true,
    },
    {
      rule: 'an optional argument that is not given is undefined',
      argv: ['settings', 'get'],
      command: 'settings get',
      arguments: { key: undefined },
      options: {},
      json: false,
    },
    {
      rule: 'a word of a query may begin with a minus',
      argv: ['items', '-region:us-east-1', 'name:a-b', '--limit', '5'],
      command: 'items',
      arguments: { query: ['-region:us-east-1', 'name:a-b'] },
      options: { limit: '5', 'as-of': undefined },
      json: false,
    },
  ])('$rule', async ({ argv, command, arguments: words, options, json }) => {
    expect(await parsed(...argv)).toEqual({ command, arguments: words, options, json, debug: false });
  });

  it.each([
    { argv: ['scann'], says: "Unknown command 'scann' (Did you mean scan?). See `security-monkey --help`." },
    {
      argv: ['account'],
      says: 'security-monkey account needs a command. See `security-monkey account --help`.',
    },
    {
      argv: ['deliveries', '--state', 'odd'],
      says: "Option '--state <STATE>' argument 'odd' is invalid. Allowed choices are pending, delivered, dead. See `security-monkey deliveries --help`.",
    },
    { argv: ['checks', '--frob'], says: "Unknown option '--frob'. See `security-monkey checks --help`." },
    {
      argv: ['settings', 'set', 'x'],
      says: "Missing required argument 'VALUE'. See `security-monkey settings set --help`.",
    },
    {
      argv: ['checks', 'surplus'],
      says: "Too many arguments for 'checks'. Expected 0 arguments but got 1: surplus. See `security-monkey checks --help`.",
    },
  ])('that is wrong is a usage error of one line: $argv', async ({ argv, says }) => {
    const error = await parseCommandLine(argv, '1').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CodedError);
    expect(error).toMatchObject({ code: 'usage', message: says });
  });

  it('may ask for help of everything, of a group and of a command', async () => {
    for (const argv of [[], ['--help'], ['account', '--help'], ['scan', '-h']])
      expect(await parsed(...argv)).toMatchObject({
        kind: 'text',
        text: expect.stringContaining('Usage: security-monkey'),
      });
    expect(await parsed('--version')).toEqual({ kind: 'text', text: '1.2.3' });
  });
});

describe('the catalogue', () => {
  it.each(commandCatalogue.map((entry) => [entry.name, entry] as const))(
    'names %s as the command does and has help for it',
    async (name, entry) => {
      const command = await entry.load();
      expect(command.name).toBe(name);
      expect(command.description).toMatch(/\.$/);
      const help = await parsed(...name.split(' '), '--help');
      expect(help).toMatchObject({ kind: 'text', text: expect.stringContaining('Usage: security-monkey') });
    },
  );

  it('has a summary for every group', () => {
    const groups = new Set(
      commandCatalogue.flatMap(({ name }) => (name.includes(' ') ? [name.split(' ')[0]] : [])),
    );
    expect(Object.keys(commandGroups).toSorted()).toEqual([...groups].map(String).toSorted());
  });
});

it.each([
  ['before the command', ['--demo', 'item', 'show', 'x'], true],
  ['between its words', ['item', '--demo', 'show', 'x'], true],
  ['after it', ['item', 'show', 'x', '--demo'], true],
  ['nowhere', ['item', 'show', 'x'], false],
])('--demo %s', async (_place, argv, demo) => {
  expect(await parseCommandLine(argv, '1.2.3')).toMatchObject({ kind: 'run', demo });
});
