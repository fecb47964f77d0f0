/** `npm run facts`: writes the table of IAM facts anew, from the version that package.json pins. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { iamTableFile } from './iam-table.ts';

const path = 'packages/sdk/src/access/facts/iam-table.generated.ts';
const text = await iamTableFile();
writeFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), text);
console.log(`${path}: ${text.length} characters`);
