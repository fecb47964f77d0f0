/** The page that tells how well each check does on the estate of the end-to-end tests. */

import { checkOf } from '../../test/e2e/issue-words.ts';
import { placeOf } from '../../test/e2e/rows.ts';
import type { Expected } from '../../test/gcp/expectations/expected.ts';
import { code, page, table } from '../docs/markdown.ts';

/** Issues in the words of the tables, by the places that have some. */
export type FoundIssues = Readonly<Record<string, readonly string[]>>;

export type Quality = {
  readonly expected: number;
  readonly found: number;
  /** Both expected and found. */
  readonly right: number;
  /** Resources that the check looks at and must not report. */
  readonly clean: number;
  /** Those of them that it reports. */
  readonly flagged: number;
  /** Rows of the tables that name one of its messages as nearly got. */
  readonly near: number;
};

type Judged = { readonly check: string; readonly technology: string };

/** Of each check, in the order given. */
export function qualityOf(
  checks: readonly Judged[],
  rows: readonly Expected[],
  found: FoundIssues,
): ReadonlyMap<string, Quality> {
  return new Map(checks.map((one) => [one.check, measure(one, rows, found)]));
}

function measure({ check, technology }: Judged, rows: readonly Expected[], found: FoundIssues): Quality {
  const looked = rows
    .filter((row) => row.technology === technology)
    .map((row) => {
      const own = (issues: readonly string[]) => issues.filter((issue) => checkOf(row, issue) === check);
      const [expected, reported] = [own(row.issues), own(found[placeOf(row)] ?? [])];
      return { expected, reported, near: own(row.nearly ?? []) };
    });
  const clean = looked.filter(({ expected }) => expected.length === 0);
  return {
    expected: total(looked.map(({ expected }) => expected.length)),
    found: total(looked.map(({ reported }) => reported.length)),
    right: total(
      looked.map(({ expected, reported }) => expected.filter((issue) => reported.includes(issue)).length),
    ),
    clean: clean.length,
    flagged: clean.filter(({ reported }) => reported.length > 0).length,
    near: looked.filter(({ near }) => near.length > 0).length,
  };
}

/** What was scanned: what its checks are, its tables, and what was found there. */
export type Scanned = {
  readonly qualities: ReadonlyMap<string, Quality>;
  readonly rows: readonly Expected[];
  readonly found: FoundIssues;
};

/** What stands above the part that differs from run to run. */
export function qualityPage(aws: Scanned, gcp: Scanned): string {
  return page(
    '# Quality on real input',
    'What a scan of the estates of the tests finds, against their tables, which are written by hand from the meaning of the rules.',
    'An issue counts as found when check, message, subject and score are those of the table. Clean for a check are the resources of its technology that it must not report; near are those among all rows that come close to one of its messages and must not get it.',
    '## AWS',
    'The estate (`test/e2e/README.md`) lies in moto_server: an AWS that nobody here wrote.',
    ...qualityBlocks(aws),
    '## Google Cloud',
    'Nobody emulates the APIs that are watched here, so the estate (`test/gcp`) is answered by a server of ours, which Google’s discovery documents hold to the paths, parameters and fields that there are (`test/fake-gcp`).',
    ...qualityBlocks(gcp),
  );
}

function qualityBlocks({ qualities, rows, found }: Scanned): readonly string[] {
  const all = [...qualities.values()];
  const sum = (of: (quality: Quality) => number) => total(all.map(of));
  const [expected, reported, right] = [
    sum((one) => one.expected),
    sum((one) => one.found),
    sum((one) => one.right),
  ];
  const count = (of: (row: Expected) => string) => new Set(rows.map(of)).size;
  const places = new Set(rows.map(placeOf));
  const strange = Object.keys(found).filter((place) => !places.has(place));
  const clean = rows.filter(({ issues }) => issues.length === 0);
  const flagged = clean.filter((row) => (found[placeOf(row)] ?? []).length > 0);
  return [
    [
      `${rows.length} resources of ${count(({ technology }) => technology)} technologies in ${count(({ account }) => account)} accounts, ${clean.length} of them without an issue.`,
      `${expected} issues are expected and ${reported} found, ${right} of them as expected: recall ${share(right, expected)}, precision ${share(right, reported)}.`,
      `${flagged.length} clean resources are flagged (${share(flagged.length, clean.length)}), and ${strange.length} resources that no table names.`,
    ].join(' '),
    table(
      ['check', 'expected', 'found', 'recall', 'precision', 'near', 'clean', 'clean flagged'],
      [...qualities].map(([check, one]) => [
        code(check),
        String(one.expected),
        String(one.found),
        share(one.right, one.expected),
        share(one.right, one.found),
        String(one.near),
        String(one.clean),
        share(one.flagged, one.clean),
      ]),
    ),
  ];
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** In percent; a dash where there is nothing to take a share of. */
function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Number(((100 * part) / whole).toFixed(1))} %`;
}
