/** `npm run client`: writes the types of the API's client anew. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from '../../packages/server/src/api/openapi-document.ts';
import { clientTypes, clientTypesPath } from './client-types.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
writeFileSync(join(root, clientTypesPath), clientTypes(JSON.stringify(await openApiDocument('0'))));
console.log(`${clientTypesPath} is written`);
