/** Resident memory after the first scan of accounts of several sizes, each in a process of its own, on PostgreSQL. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { scan } from '../packages/server/src/engine/scan.ts';
import { generatedPlugin } from './estate.ts';
import { report } from './report.ts';
import { benchRuntime, withDatabase } from './workspace.ts';

const sizes = [1_000, 20_000, 200_000];

export function memory(): void {
  for (const size of sizes) {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [...process.execArgv, fileURLToPath(import.meta.url), String(size)],
      { encoding: 'utf8' },
    );
    report(`memory with ${size} items of one scope`, status === 0 ? stdout.trim() : `failed: ${stderr}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await measure(Number(process.argv[2]));

async function measure(size: number): Promise<void> {
  await withDatabase('postgres', async (db) => {
    const runtime = await benchRuntime(db, generatedPlugin(size));
    await scan(runtime, { signal: new AbortController().signal });
    await scan(runtime, { signal: new AbortController().signal });
    const { rss } = process.memoryUsage();
    const peak = process.resourceUsage().maxRSS * 1024;
    globalThis.gc?.();
    const { heapUsed } = process.memoryUsage();
    const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;
    process.stdout.write(
      `resident ${mebibytes(rss)}, peak ${mebibytes(peak)}, heap after collection ${mebibytes(heapUsed)}\n`,
    );
  });
}
