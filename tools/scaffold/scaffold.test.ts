/** What `npm run new` makes passes the tests of the kit as it is, and wrong wishes are refused with a sentence. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import aws from '@security-monkey/aws';
import { afterEach, describe, expect, it } from 'vitest';
import { parseUnitName } from './names.ts';
import { register } from './register.ts';
import { type PluginSource, planUnit } from './scaffold.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source: PluginSource = {
  plugin: aws,
  read: (path) => {
    const whole = join(root, 'packages/aws/src', path);
    return existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
  },
};

describe('ids', () => {
  it.each([
    ['aws.s3-bucket', { provider: 'aws', technology: 's3-bucket' }],
    ['aws.s3-bucket.no-lifecycle', { provider: 'aws', technology: 's3-bucket', rule: 'no-lifecycle' }],
    ['aws', undefined],
    ['aws.S3', undefined],
    ['aws.s3..x', undefined],
    ['../x.y', undefined],
  ])('%s', (id, name) => {
    expect(parseUnitName(id)).toEqual(name);
  });
});

describe('refusals', () => {
  it.each([
    ['check', 'aws.unwatched-thing.open', 'make it first with `npm run new watcher aws.unwatched-thing`'],
    ['check', 'aws.s3-bucket', "A check's id is provider.technology.rule"],
    ['check', 'aws.s3-bucket.no-policy', 'exists already'],
    ['watcher', 'aws.s3-bucket', 'exists already'],
    ['watcher', 'aws.s3-bucket.x', "A watcher's id is provider.technology"],
    ['wizard', 'aws.s3-bucket', 'There is no kind wizard'],
  ])('of %s %s', (kind, id, sentence) => {
    expect(planUnit(kind, id, source)).toEqual({ problem: expect.stringContaining(sentence) });
  });
});

describe('registration', () => {
  it('adds the import after the last and the element at the end of its list', () => {
    const file =
      "import { a } from './a.ts';\n\nexport const x: Technology = {\n  checks: [\n    a,\n  ],\n};\n";
    expect(register(file, { name: 'b', from: './b.ts', list: 'checks' })).toBe(
      "import { a } from './a.ts';\nimport { b } from './b.ts';\n\nexport const x: Technology = {\n  checks: [\n    a, b],\n};\n",
    );
  });

  it('knows a list that is a constant of its own', () => {
    const file = "import { a } from './a.ts';\n\nconst technologies: readonly Technology[] = [a];\n";
    expect(register(file, { name: 'b', from: './b.ts', list: 'technologies' })).toBe(
      "import { a } from './a.ts';\nimport { b } from './b.ts';\n\nconst technologies: readonly Technology[] = [a, b];\n",
    );
  });
});

describe('a copy of the plugin with', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['check', 'aws.s3-bucket.made-up'],
    ['watcher', 'aws.made-thing'],
  ])(
    'a new %s passes the tests of the plugin',
    (kind, id) => {
      const plan = planUnit(kind, id, source);
      if ('problem' in plan) throw new Error(plan.problem);
      const folder = mkdtempSync(join(tmpdir(), 'scaffold-'));
      folders.push(folder);
      cpSync(join(root, 'packages/aws/src'), join(folder, 'src'), { recursive: true });
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      for (const [path, text] of plan.files) {
        mkdirSync(dirname(join(folder, 'src', path)), { recursive: true });
        writeFileSync(join(folder, 'src', path), text);
      }
      const out = runTests(folder);
      expect(out).toMatch(/Tests\s+\d+ passed/);
      expect(out).toContain(id);
    },
    120_000,
  );
});

function runTests(folder: string): string {
  return execFileSync(
    join(root, 'node_modules/.bin/vitest'),
    [
      'run',
      '--config',
      join(root, 'tools/vitest.plugin.config.ts'),
      '--root',
      folder,
      '--reporter=verbose',
      'src/plugin.test.ts',
    ],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
}
