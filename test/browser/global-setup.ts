/** The world of the browser tests, built once for the whole run. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { chromiumIsInstalled, howToGetChromium } from './browser.ts';

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- vitest wants its own interface extended
  export interface ProvidedContext {
    /** Where the built world lies; empty when the machine has no Chromium. */
    worldDirectory: string;
  }
}

/** Builds it before the first file, in a process of its own that resolves the packages to their sources. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!chromiumIsInstalled()) {
    console.log(howToGetChromium);
    project.provide('worldDirectory', '');
    return undefined;
  }
  // Whoever writes tests builds it once by hand (`world/build.ts`) and names it here.
  const kept = process.env['BROWSER_WORLD'];
  if (kept !== undefined) {
    project.provide('worldDirectory', kept);
    return undefined;
  }
  const directory = await mkdtemp(join(tmpdir(), 'security-monkey-world-'));
  const script = join(import.meta.dirname, 'world/build.ts');
  const arguments_ = ['--conditions=@security-monkey/source', script, directory];
  const [code] = await once(
    spawn(process.execPath, arguments_, { stdio: ['ignore', 'ignore', 'inherit'] }),
    'exit',
  );
  if (code !== 0) throw new Error(`The world could not be built (exit code ${code}).`);
  project.provide('worldDirectory', directory);
  return async () => await rm(directory, { recursive: true, force: true });
}
