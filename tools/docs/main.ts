/** `npm run docs`: writes docs/reference and docs/parity.md anew, and removes pages that nothing makes any more. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { referencePages } from './generate.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = await referencePages();
rmSync(join(root, 'docs/reference'), { recursive: true, force: true });
for (const [path, text] of pages) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
console.log(`docs/reference: ${pages.size} pages`);
