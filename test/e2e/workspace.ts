/** A place for one run of the product: a data directory of its own and, for PostgreSQL, a database of its own. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type CommandLine, commandLine } from './command-line.ts';
import { ambientCredentials } from './estate/clients.ts';

export type EngineName = 'embedded' | 'postgres';
export const engines: readonly EngineName[] = ['embedded', 'postgres'];

export type Workspace = CommandLine & {
  readonly engine: EngineName;
  readonly directory: string;
  /** The address of its own database on the server. */
  readonly databaseUrl: string | undefined;
  /** The same place with some variables changed. */
  readonly with: (changed: Readonly<Record<string, string>>) => CommandLine;
  readonly close: () => Promise<void>;
};

const serverUrl = process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Opens one whose AWS lies at the endpoint. */
export async function openWorkspace(engine: EngineName, endpoint: string): Promise<Workspace> {
  const directory = await mkdtemp(join(tmpdir(), 'security-monkey-e2e-'));
  const database = engine === 'postgres' ? await createDatabase() : undefined;
  const environment = {
    SECURITY_MONKEY_DATA_DIRECTORY: directory,
    SECURITY_MONKEY_PORT: '0',
    // No credentials of whoever runs the tests.
    HOME: directory,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: ambientCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: ambientCredentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    ...(database !== undefined && { DATABASE_URL: database.url }),
  };
  return {
    ...commandLine(environment),
    engine,
    directory,
    databaseUrl: database?.url,
    with: (changed) => commandLine({ ...environment, ...changed }),
    close: async () => {
      await database?.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export type OwnDatabase = { readonly url: string; readonly drop: () => Promise<void> };

/** A new database on the PostgreSQL server, empty. */
export async function createDatabase(): Promise<OwnDatabase> {
  const name = `sm_e2e_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client(serverUrl);
  await client.connect();
  await client.query(statement);
  await client.end();
}
