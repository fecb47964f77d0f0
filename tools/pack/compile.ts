/** Compiles a package's sources to `dist`: Node refuses to strip types below `node_modules`. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, sourceEntries } from './manifest.ts';

/** Modules that are named by address and not by import: the threads, and the command that the package's bin starts. */
const namedByAddress = ['src/**/worker.ts', 'src/**/*-worker.ts', 'src/cli/main.ts'];

/**
 * Writes JavaScript and declarations of everything that the entries reach, so that no test is among them. The packages that this
 * one imports must be compiled already, as it sees them as a stranger would. Throws with the compiler's words.
 */
export function compile(root: string, directory: string, manifest: Manifest): void {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as {
    readonly compilerOptions: Readonly<Record<string, unknown>>;
  };
  const options = {
    ...compilerOptions,
    customConditions: [],
    noEmit: false,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    rootDir: join(directory, 'src'),
    outDir: join(directory, 'dist'),
  };
  const files = [...new Set([...sourceEntries(manifest), ...globSync(namedByAddress, { cwd: directory })])];
  const project = join(directory, 'tsconfig.pack.json');
  rmSync(join(directory, 'dist'), { recursive: true, force: true });
  writeFileSync(project, JSON.stringify({ compilerOptions: options, files, include: [] }));
  try {
    const compiler = join(root, 'node_modules', 'ts7', 'bin', 'tsc');
    const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', project], {
      encoding: 'utf8',
    });
    if (status !== 0)
      throw new Error(`${manifest.name} does not compile as a published package:\n${stdout}${stderr}`);
  } finally {
    rmSync(project);
  }
}
