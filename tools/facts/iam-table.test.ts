/** The committed table of IAM facts is what the pinned version of its source gives. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { iamTableFile } from './iam-table.ts';

test('the table is what `npm run facts` makes', async () => {
  const path = new URL('../../packages/sdk/src/access/facts/iam-table.generated.ts', import.meta.url);
  expect(readFileSync(path, 'utf8') === (await iamTableFile()), 'run `npm run facts`').toBe(true);
});
