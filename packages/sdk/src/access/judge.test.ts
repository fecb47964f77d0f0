/** Every labelled case under `cases/`: whoever adds a file there adds tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { judge } from './judge.ts';
import { kinds } from './judges/kinds.ts';

const caseFile = z.array(
  z.strictObject({
    /** The rule that the case shows, in words. */
    name: z.string().min(1),
    kind: z.string(),
    input: z.unknown(),
    /** The fields that are asked about, each with its label. */
    expect: z.record(z.string(), z.unknown()),
    /** The page that the label follows from. */
    source: z.url(),
  }),
);

const folder = fileURLToPath(new URL('cases', import.meta.url));
const now = Date.parse('2026-06-01T00:00:00Z');

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.json'),
);

describe('the entry', () => {
  it('says so of a kind that it does not know', () => {
    expect(judge('weather', {}, now)).toEqual({ unsupported: 'weather' });
  });

  it.each([null, undefined, 7, 'text', []])('answers nothing but malformed to the input %j', (input) => {
    for (const kind of kinds.keys()) expect(Object.keys(judge(kind, input, now))).toEqual(['malformed']);
  });
});

describe.each(files.sort())('%s', (path) => {
  const cases = caseFile.parse(JSON.parse(readFileSync(`${folder}/${path}`, 'utf8')));

  it.each(cases)('$kind: $name', ({ kind, input, expect: expected }) => {
    const result = judge(kind, input, now);
    const asked = Object.fromEntries(Object.keys(expected).map((field) => [field, result[field]]));
    expect(asked).toEqual(expected);
  });

  it('names every case once', () => {
    const names = cases.map(({ kind, name }) => `${kind}: ${name}`);
    expect(names).toEqual([...new Set(names)]);
  });
});
