/** What is published: no trace of the checkout, and every package that the product depends on. */
import { expect, it } from 'vitest';
import { publishedManifest, sourceEntries, workspacePackages } from './manifest.ts';

const manifest = {
  name: 'a',
  version: '1.0.0',
  private: true,
  scripts: { test: 'vitest' },
  exports: { '.': { '@security-monkey/source': './src/index.ts', default: './dist/index.js' } },
  dependencies: { '@security-monkey/gcp': '0.1.0', '@security-monkey/sdk': '0.1.0', zod: '4.6.7' },
  devDependencies: { vitest: '5.1.1' },
};

it('the condition of the checkout, its scripts and what only developers need are left out', () => {
  expect(publishedManifest(manifest)).toEqual({
    name: 'a',
    version: '1.0.0',
    exports: { '.': { default: './dist/index.js' } },
    dependencies: manifest.dependencies,
  });
});

it('the sources of its exports are compiled', () => {
  expect(sourceEntries(manifest)).toEqual(['src/index.ts']);
});

it('the packages of the workspace that it depends on are known by their folders', () => {
  expect(workspacePackages(manifest)).toEqual(['gcp', 'sdk']);
  expect(workspacePackages({ name: 'b', version: '1.0.0' })).toEqual([]);
});
