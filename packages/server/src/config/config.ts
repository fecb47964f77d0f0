/** The configuration: environment before file before default, checked by one schema. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CodedError } from '../errors/coded-error.ts';
import { dataDirectoryOf, dataDirectoryVariable } from './data-directory.ts';
import type { Environment } from './environment.ts';
import type { KeyMeta } from './key-meta.ts';
import { configKeys, configSchema } from './keys.ts';
import { smtpProblem } from './smtp-keys.ts';

export type Config = Readonly<z.output<typeof configSchema>> & {
  readonly dataDirectory: string;
  /** That of the demo estate: its data directory holds nothing but simulated accounts. */
  readonly isDemo?: true;
  /** Where plugins are looked for; the data directory unless given. */
  readonly pluginDirectory?: string;
};

export const configFileName = 'security-monkey.json';

/** Reads and checks the whole configuration; throws a coded error that names the key and where it was set. */
export function loadConfig(environment: Environment, packageRoot: string): Config {
  const dataDirectory = dataDirectoryOf(environment, packageRoot);
  const file = join(dataDirectory, configFileName);
  refuseUnknownVariables(environment);
  const parsed = configSchema.safeParse({ ...readConfigFile(file), ...readVariables(environment) });
  if (!parsed.success) throw invalid(parsed.error, { environment, file });
  const problem = smtpProblem(parsed.data);
  if (problem !== undefined)
    throw new CodedError('config_invalid', {
      where: whereOf(problem.key, { environment, file }),
      ...problem,
    });
  return { ...parsed.data, dataDirectory };
}

function readConfigFile(file: string): Readonly<Record<string, unknown>> {
  const text = readIfPresent(file);
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    return z.record(z.string(), z.unknown()).parse(value);
  } catch (error) {
    const problem = error instanceof SyntaxError ? error.message : 'it must hold one JSON object';
    throw new CodedError('config_invalid', { where: file, problem }, { cause: error });
  }
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    const problem = `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new CodedError('data_directory_unusable', { problem }, { cause: error });
  }
}

function readVariables(environment: Environment): Readonly<Record<string, unknown>> {
  const set = configKeys.flatMap(({ key, meta }) => {
    const text = environment[meta.env];
    return text === undefined || text === '' ? [] : [[key, fromText(text, meta)] as const];
  });
  return Object.fromEntries(set);
}

function fromText(text: string, meta: KeyMeta): unknown {
  if (meta.fromText === 'number') return Number(text);
  if (meta.fromText === 'list') return text.split(',').map((part) => part.trim());
  if (meta.fromText === 'yes or no') return { yes: true, true: true, no: false, false: false }[text] ?? text;
  return text;
}

/** A misspelt variable would otherwise be a setting silently not in force. Those of the tests are left alone. */
function refuseUnknownVariables(environment: Environment): void {
  const known = new Set([dataDirectoryVariable, ...configKeys.map(({ meta }) => meta.env)]);
  const unknown = Object.keys(environment).find(
    (name) => /^SECURITY_MONKEY_(?!TEST_)/.test(name) && !known.has(name),
  );
  if (unknown !== undefined)
    throw new CodedError('config_unknown', { where: 'the environment', key: unknown });
}

function invalid(
  error: z.ZodError,
  { environment, file }: { readonly environment: Environment; readonly file: string },
): CodedError {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys')
    return new CodedError('config_unknown', { where: file, key: issue.keys.join(', ') });
  const where = whereOf(String(issue?.path[0] ?? ''), { environment, file });
  return new CodedError('config_invalid', { where, problem: issue?.message ?? 'invalid' }, { cause: error });
}

/** The variable that sets a key, or else the key in the file. */
function whereOf(
  key: string,
  { environment, file }: { readonly environment: Environment; readonly file: string },
): string {
  const variable = configKeys.find((known) => known.key === key)?.meta.env;
  return variable !== undefined && environment[variable] ? variable : `${key} in ${file}`;
}
