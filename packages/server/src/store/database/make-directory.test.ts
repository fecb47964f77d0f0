/** Directories that can be made, and one that cannot. */
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDirectory } from './make-directory.ts';

const home = mkdtempSync(join(tmpdir(), 'make-directory-'));

test('what is missing above is made too, for the owner only', async () => {
  await makeDirectory(join(home, 'a/b/c'));
  expect(statSync(join(home, 'a/b/c')).mode & 0o777).toBe(0o700);
});

test('a directory that is there stays as it is', async () => {
  await expect(makeDirectory(home)).resolves.toBeUndefined();
});

test('one below a file is refused in one line', async () => {
  writeFileSync(join(home, 'file'), '');
  await expect(makeDirectory(join(home, 'file/x'))).rejects.toMatchObject({ code: 'directory_unusable' });
});

test.runIf(process.platform === 'linux')(
  'one that the file system does not take is refused, not tried for ever',
  async () => {
    await expect(makeDirectory('/proc/x/y')).rejects.toMatchObject({ code: 'directory_unusable' });
  },
);
