/** The client's types are those of the routes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openApiDocument } from '../../packages/server/src/api/openapi-document.ts';
import { clientTypes, clientTypesPath } from './client-types.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('the types of the client are what `npm run client` makes', async () => {
  const fresh = clientTypes(JSON.stringify(await openApiDocument('0')));
  const kept = readFileSync(join(root, clientTypesPath), 'utf8');
  expect(kept === fresh, 'run `npm run client` and commit the result').toBe(true);
});
