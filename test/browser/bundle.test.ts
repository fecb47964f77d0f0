/** What a browser has to load before it shows the dashboard for the first time: a budget, and the report. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { repositoryRoot } from '../architecture/sources.ts';

const built = join(repositoryRoot, 'packages/web/dist');
const budget = 250 * 1_024;

const manifest = z
  .record(
    z.string(),
    z.looseObject({
      file: z.string(),
      isEntry: z.boolean().optional(),
      imports: z.array(z.string()).default([]),
    }),
  )
  .parse(JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')));

/** The chunk and everything that it imports before it runs. */
function withImports(name: string, known: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`The manifest has no ${name}.`);
  let all: ReadonlySet<string> = new Set([...known, name]);
  for (const next of chunk.imports) if (!all.has(next)) all = withImports(next, all);
  return all;
}

it('the first load of the dashboard is at most 250 KB of JavaScript, gzipped', () => {
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry === true);
  expect(entries).toEqual(['index.html']);
  const names = new Set([
    ...withImports('index.html'),
    ...withImports('src/features/dashboard/dashboard-page.tsx'),
  ]);
  const rows = [...names]
    .map((name) => manifest[name]?.file ?? '')
    .filter((file) => file.endsWith('.js'))
    .map((file) => {
      const text = readFileSync(join(built, file));
      return { file, bytes: text.length, gzip: gzipSync(text).length };
    })
    .toSorted((one, other) => other.gzip - one.gzip);
  const total = rows.reduce((sum, { gzip }) => sum + gzip, 0);
  const small = rows.filter(({ gzip }) => gzip < 1_024);
  console.table([
    ...rows.filter(({ gzip }) => gzip >= 1_024),
    {
      file: `${small.length} smaller ones`,
      bytes: small.reduce((sum, { bytes }) => sum + bytes, 0),
      gzip: small.reduce((sum, { gzip }) => sum + gzip, 0),
    },
    { file: 'first load', bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0), gzip: total },
  ]);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(budget);
});
