/** `npm run facts:gcp -- DIRECTORY`: writes the tables of the fake Google Cloud anew, from a directory of discovery documents. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { discoveryDocument } from './discovery.ts';
import { selections } from './selection.ts';
import { tableOf, tableText } from './table-of.ts';

const [directory] = process.argv.slice(2);
if (directory === undefined)
  throw new Error('Name the directory that holds the documents, such as compute.v1.json');

for (const { document, methods } of selections) {
  const parsed = discoveryDocument.parse(
    JSON.parse(readFileSync(join(directory, `${document}.json`), 'utf8')),
  );
  const text = tableText(tableOf(parsed, methods));
  const path = `test/fake-gcp/tables/${document}.generated.json`;
  writeFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), text);
  console.log(`${path}: ${text.length} characters`);
}
