/** The installed product, run as whoever installed it would: its own bin, a data directory beside it, no condition of the checkout. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandLine, commandLine } from '../e2e/command-line.ts';
import { ambientCredentials } from '../e2e/estate/clients.ts';
import { freePort } from '../e2e/moto.ts';

export type Installed = CommandLine & {
  readonly data: string;
  /** Runs `start` while something asks its API as an administrator. */
  readonly withApi: <Value>(
    ask: (get: (path: string) => Promise<unknown>) => Promise<Value>,
  ) => Promise<Value>;
};

/** `plugins` is what the configuration names. */
export async function openInstalled(
  directory: string,
  plugins: readonly string[],
  endpoint = 'http://127.0.0.1:9',
): Promise<Installed> {
  const data = join(directory, 'data');
  mkdirSync(data, { recursive: true });
  const port = await freePort();
  const environment = {
    SECURITY_MONKEY_DATA_DIRECTORY: data,
    SECURITY_MONKEY_PLUGINS: plugins.join(','),
    SECURITY_MONKEY_PORT: String(port),
    HOME: data,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: ambientCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: ambientCredentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const line = commandLine(
    environment,
    join(directory, 'node_modules/security-monkey/bin/security-monkey.mjs'),
  );
  return { ...line, data, withApi: (ask) => withApi({ line, url: `http://127.0.0.1:${port}` }, ask) };
}

type Running = { readonly line: CommandLine; readonly url: string };

async function withApi<Value>(
  { line, url }: Running,
  ask: (get: (path: string) => Promise<unknown>) => Promise<Value>,
): Promise<Value> {
  const person = ['--name', 'Ada', '--role', 'admin'] as const;
  const [added] = await line.json('user', 'add', `ada-${Date.now()}@example.com`, ...person);
  const token = String(added?.['link']).split('#')[1] ?? '';
  const product = line.begin('start');
  await product.printed('is running');
  try {
    const cookie = await signIn(url, token);
    return await ask(async (path) => {
      const answer = await fetch(`${url}/api/v1${path}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return await answer.json();
    });
  } finally {
    await product.end();
  }
}

async function signIn(url: string, token: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token, password: 'a whole sentence is fine' }),
  });
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  if (!answer.ok) throw new Error(`the link was refused: ${await answer.text()}`);
  return cookie;
}
