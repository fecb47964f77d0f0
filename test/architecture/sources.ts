/** The repository's own source files, parsed once for every architecture rule. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

export type SourceFile = {
  /** Path from the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly isTest: boolean;
};

/** Every path that git tracks or would track. */
export function trackedPaths(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((path) => path !== '' && existsSync(join(repositoryRoot, path)));
}

/** Every TypeScript and plain module file that git tracks, parsed; generated tables are data. */
export function sourceFiles(): readonly SourceFile[] {
  return trackedPaths()
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/\.(d|generated)\.ts$/.test(path))
    .map(parse);
}

function parse(path: string): SourceFile {
  const text = readFileSync(join(repositoryRoot, path), 'utf8');
  return {
    path,
    text,
    tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
    isTest: isTestPath(path),
  };
}

/** Tests and what only tests use: they may hold long tables and clocks of their own. */
export function isTestPath(path: string): boolean {
  return /\.test\.ts$|\/testing\/|^test\/|^bench\/|estate\.ts$/.test(path);
}
