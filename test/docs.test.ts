/** The generated reference is fresh, and no page points at something that is not there. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { referencePages } from '../tools/docs/generate.ts';
import { repositoryRoot, trackedPaths } from './architecture/sources.ts';

describe('docs/reference', () => {
  it('is what `npm run docs` makes', async () => {
    const pages = await referencePages();
    const stale = [...pages].filter(([path, text]) => readOrNothing(path) !== text).map(([path]) => path);
    expect(stale, 'run `npm run docs` and commit the result').toEqual([]);
  });

  it('has no page that nothing makes', async () => {
    const pages = await referencePages();
    const stray = trackedPaths().filter((path) => path.startsWith('docs/reference/') && !pages.has(path));
    expect(stray).toEqual([]);
  });
});

describe('links in the documents', () => {
  it('lead to files that exist', () => {
    const documents = trackedPaths().filter((path) => path.endsWith('.md'));
    const broken = documents.flatMap((path) =>
      relativeLinks(readFileSync(join(repositoryRoot, path), 'utf8'))
        .filter((link) => !existsSync(join(repositoryRoot, dirname(path), link)))
        .map((link) => `${path} → ${link}`),
    );
    expect(broken).toEqual([]);
  });
});

function relativeLinks(text: string): readonly string[] {
  return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) => match[1] ?? '');
}

function readOrNothing(path: string): string | undefined {
  const whole = join(repositoryRoot, path);
  return existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
}
