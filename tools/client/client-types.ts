/** The types of the API's client, made from the OpenAPI document by openapi-typescript. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the types are kept. */
export const clientTypesPath = 'packages/client/src/api.generated.ts';

const banner = '/** The API as types. Made by `npm run client`; changes by hand are overwritten. */\n';

/** It needs a TypeScript older than the checkout's, so it lives in the workspace of the client and runs by itself. */
export function clientTypes(document: string): string {
  const client = createRequire(fileURLToPath(new URL('../../packages/client/package.json', import.meta.url)));
  const command = join(dirname(client.resolve('openapi-typescript/package.json')), 'bin', 'cli.js');
  const made = spawnSync(process.execPath, [command], {
    input: document,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (made.status !== 0) throw new Error(`openapi-typescript failed: ${made.stderr}${made.stdout}`);
  return banner + made.stdout.replace(/^\/\*\*[\s\S]*?\*\/\n+/, '');
}
