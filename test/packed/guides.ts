/** The guides to plugins, followed word by word: every file that they show is written, every command that they give is run. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../architecture/sources.ts';
import { install } from './install.ts';
import { openInstalled } from './installed.ts';
import { packPlugin, runIn } from './pack.ts';
import type { Packed } from './packed.ts';

type Step =
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'command'; readonly line: string };

/** The fenced blocks in their order: `ts PATH` or `yaml PATH` is a file, `sh` are commands, line by line. */
export function stepsOf(guide: string): readonly Step[] {
  const text = readFileSync(join(repositoryRoot, 'docs/guides', guide), 'utf8');
  const blocks = text.matchAll(/^( *)```(\w+) ?(\S*)\n([\s\S]*?)^\1```$/gm);
  return [...blocks].flatMap(([, indent = '', language, path = '', body = '']): readonly Step[] => {
    const lines = body.split('\n').map((line) => line.slice(indent.length));
    if (language === 'ts' || language === 'yaml')
      return path === '' ? [] : [{ kind: 'file', path, text: lines.join('\n') }];
    if (language !== 'sh') return [];
    return lines.filter((line) => line !== '').map((line) => ({ kind: 'command', line }));
  });
}

/** The words of a command, without the quotes around them. */
export function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, one, two, plain]) => one ?? two ?? plain ?? '',
  );
}

/** Where a reader of a guide is, and what is there. */
type Reader = {
  readonly packed: Packed;
  /** The plugin's folder. */
  readonly plugin: string;
  /** Where the product is installed. */
  readonly product: string;
  plugins: readonly string[];
  tarball: string;
};

/** What each command is done by; a command that nobody knows fails the test. */
const commands: readonly (readonly [
  RegExp,
  (reader: Reader, words: readonly string[]) => Promise<void> | void,
])[] = [
  [/^npm run new plugin acme \.\.\/plugin-acme$/, ({ plugin }) => makePlugin(plugin)],
  [/^cd \.\.\/plugin-acme$/, () => undefined],
  [/^npm install$/, ({ packed, plugin }) => packed.installSdk(plugin)],
  [
    /^npm test$/,
    ({ plugin }) => expect(runIn(plugin, 'vitest/vitest.mjs', ['run'])).toMatch(/Tests {2}\d+ passed/),
  ],
  [
    /^npm pack$/,
    (reader) => {
      runIn(reader.plugin, 'typescript/bin/tsc', ['-p', '.']);
      reader.tarball = packPlugin(reader.plugin);
    },
  ],
  [
    /^npm install --prefix "\$SECURITY_MONKEY_DATA_DIRECTORY" \.\/security-monkey-plugin-acme-0\.1\.0\.tgz$/,
    ({ packed, product, tarball }) => {
      packed.installProduct(product);
      expect(tarball.endsWith('/security-monkey-plugin-acme-0.1.0.tgz')).toBe(true);
      install({ directory: join(product, 'data'), tarballs: [tarball, ...packed.sdk] });
    },
  ],
  [
    /^export SECURITY_MONKEY_PLUGINS=security-monkey-plugin-acme$/,
    (reader) => {
      reader.plugins = ['security-monkey-plugin-acme'];
    },
  ],
  [
    /^security-monkey /,
    async ({ product, plugins }, [, ...argv]) => {
      const ran = await (await openInstalled(product, plugins)).run(...argv);
      expect([argv, ran.code, ran.err]).toEqual([argv, 0, '']);
    },
  ],
];

function makePlugin(directory: string): void {
  const entry = join(repositoryRoot, 'packages/server/bin/security-monkey.mjs');
  const { status } = spawnSync(process.execPath, [entry, 'new', 'plugin', 'acme', directory]);
  expect(status).toBe(0);
}

function writeIn(plugin: string, { path, text }: { readonly path: string; readonly text: string }): void {
  mkdirSync(dirname(join(plugin, path)), { recursive: true });
  writeFileSync(join(plugin, path), text);
}

async function follow(guide: string, reader: Reader): Promise<number> {
  const steps = stepsOf(guide);
  for (const step of steps) {
    if (step.kind === 'file') writeIn(reader.plugin, step);
    else await perform(step.line, reader);
  }
  return steps.length;
}

async function perform(line: string, reader: Reader): Promise<void> {
  const known = commands.find(([form]) => form.test(line));
  if (known === undefined) throw new Error(`The guide gives a command that the test does not know: ${line}`);
  await known[1](reader, wordsOf(line));
}

export function describeGuides(packed: () => Packed): void {
  const readerOf = (name: string): Reader => ({
    packed: packed(),
    plugin: join(packed().folder(`guide-${name}`), 'plugin-acme'),
    product: packed().folder(`guide-${name}-product`),
    plugins: [],
    tarball: '',
  });

  describe('a guide followed word by word', () => {
    it.each([
      ['write-a-plugin.md', 16],
      ['add-an-account-type.md', 6],
      ['add-an-alerter.md', 11],
    ])('%s works', async (guide, count) => {
      expect(await follow(guide, readerOf(guide))).toBe(count);
    });

    it('from-the-first-security-monkey.md rewrites an auditor into a check that passes its tests', () => {
      const reader = readerOf('first');
      makePlugin(reader.plugin);
      for (const step of stepsOf('from-the-first-security-monkey.md'))
        if (step.kind === 'file') writeIn(reader.plugin, step);
      const tested = `import { testCheck } from '@security-monkey/sdk/testing';
        import { unlogged } from './checks/unlogged.ts';
        testCheck(unlogged);`;
      writeIn(reader.plugin, { path: 'src/s3-bucket/unlogged.test.ts', text: tested });
      reader.packed.installSdk(reader.plugin);
      const out = runIn(reader.plugin, 'vitest/vitest.mjs', ['run', 'src/s3-bucket']);
      expect(out).toMatch(/Tests {2}\d+ passed/);
    });
  });
}
