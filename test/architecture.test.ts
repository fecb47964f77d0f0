/** The shape of the code base, measured: direction of imports, purity, sizes, duplication. Failures say what to do instead. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duplication } from './architecture/duplication.ts';
import { forbiddenWords, pureEngineFiles } from './architecture/forbidden.ts';
import { importCycles, importProblems } from './architecture/imports.ts';
import { functionSizes, lineCount, quantile } from './architecture/sizes.ts';
import { repositoryRoot, sourceFiles, trackedPaths } from './architecture/sources.ts';
import { mutants } from './mutants/mutants.ts';

const files = sourceFiles();
const product = files.filter((file) => !file.isTest);

describe('imports', () => {
  it('follow the table of docs/architecture.md', () => {
    expect(importProblems(files)).toEqual([]);
  });

  it('make no circle', () => {
    expect(importCycles(product)).toEqual([]);
  });

  it('reach a cloud client only from inside its plugin', () => {
    const strangers = product.filter(
      (file) =>
        /from '(@aws-sdk|@google-cloud|google-auth)/.test(file.text) &&
        !/^packages\/(aws|gcp)\//.test(file.path),
    );
    expect(
      strangers.map(
        (file) => `${file.path} imports a cloud client: send through the account type's connection instead`,
      ),
    ).toEqual([]);
  });
});

describe('seeded bugs', () => {
  it('still fit the code: what each replaces stands exactly once, in one file', () => {
    const problems = mutants.flatMap(({ id, file, find, tests }) => {
      const places = product.filter(({ path }) => path.endsWith(file));
      const times = places.reduce((sum, { text }) => sum + text.split(find).length - 1, 0);
      const lost = tests.filter((path) => !files.some((source) => source.path === path));
      return [
        ...(times === 1 && places.length === 1
          ? []
          : [`${id}: its text stands ${times} times in ${places.length} files named ${file}`]),
        ...lost.map((path) => `${id}: there is no ${path}`),
      ];
    });
    expect(problems).toEqual([]);
  });
});

describe('purity', () => {
  it('keeps the environment, the clock, chance, the network and any to their places', () => {
    expect(forbiddenWords(files)).toEqual([]);
  });

  it('watches files that exist', () => {
    const paths = new Set(files.map((file) => file.path));
    expect(pureEngineFiles.filter((path) => !paths.has(path))).toEqual([]);
  });
});

describe('sizes', () => {
  const lengths = product.map((file) => lineCount(file.text));
  const functions = product.flatMap(functionSizes);

  it('looks at the whole repository', () => {
    expect(product.length).toBeGreaterThan(50);
    expect(functions.length).toBeGreaterThan(200);
  });

  it('of files: median at most 80 lines, p95 300, none over 400', () => {
    const long = files.filter((file) => lineCount(file.text) > 400);
    expect(long.map((file) => `${file.path} is too long: take one thing out into a file of its own`)).toEqual(
      [],
    );
    expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(80);
    expect(quantile(lengths, 0.95)).toBeLessThanOrEqual(300);
  });

  it('of functions: p95 at most 40 lines, none over 60, nesting and parameters at most 3', () => {
    const problems = functions
      .filter(({ lines, depth, parameters }) => lines > 60 || depth > 3 || parameters > 3)
      .map(
        ({ where, lines, depth, parameters }) =>
          `${where}: ${lines} lines, nesting ${depth}, ${parameters} parameters. Return early, name a step as a function, pass one object.`,
      );
    expect(problems).toEqual([]);
    expect(
      quantile(
        functions.map(({ lines }) => lines),
        0.95,
      ),
    ).toBeLessThanOrEqual(40);
  });

  it('of the root: at most 18 entries', () => {
    const entries = new Set(trackedPaths().map((path) => path.split('/')[0]));
    expect(entries.size, 'move tool configuration into package.json or tools/').toBeLessThanOrEqual(18);
  });
});

describe('duplication', () => {
  it('stays under 5 % of the lines', () => {
    const { share, pairs } = duplication(files);
    expect(share, `the third copy becomes a function: ${pairs.slice(0, 10).join('; ')}`).toBeLessThan(0.05);
  });
});

describe('every file', () => {
  it('says in its first line what it is for', () => {
    const named = files.filter((file) => !file.path.endsWith('.test.ts'));
    const silent = named.filter((file) => !/^(#!.*\n)?(\/\*\*|\/\/)/.test(file.text));
    expect(silent.map((file) => `${file.path}: begin with /** what this file is for */`)).toEqual([]);
  });

  it('is named in kebab-case', () => {
    const odd = product.filter((file) => !/^[a-z0-9.-]+$/.test(file.path.split('/').at(-1) ?? ''));
    expect(odd.map((file) => file.path)).toEqual([]);
  });
});

describe('dependencies', () => {
  it('are pinned exactly and come from the default registry', () => {
    const manifests = trackedPaths().filter((path) => path.endsWith('package.json'));
    const loose = manifests.flatMap((path) => {
      const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(repositoryRoot, path), 'utf8'));
      const all = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap(
        (key) => Object.entries(manifest[key] ?? {}),
      );
      return all
        .filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(String(version)))
        .map(([name, version]) => `${path}: write an exact version for ${name} instead of ${version}`);
    });
    expect(loose).toEqual([]);
    expect(readFileSync(join(repositoryRoot, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "http/);
  });
});
