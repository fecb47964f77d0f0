/** The page that tells how well each check does on the estate of the end-to-end tests. */
import type { Expected } from '../../test/e2e/expectations/expected.ts';
import { checkOf } from '../../test/e2e/issue-words.ts';
import { placeOf } from '../../test/e2e/rows.ts';
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

/** What stands above the part that differs from run to run. */
export function qualityPage(
  qualities: ReadonlyMap<string, Quality>,
  rows: readonly Expected[],
  found: FoundIssues,
): string {
  const places = new Set(rows.map(placeOf));
  const strange = Object.keys(found).filter((place) => !places.has(place));
  const clean = rows.filter(({ issues }) => issues.length === 0);
  const flagged = clean.filter((row) => (found[placeOf(row)] ?? []).length > 0);
  const all = [...qualities.values()];
  const sum = (of: (quality: Quality) => number) => total(all.map(of));
  return page(
    '# Quality on real input',
    'What a scan of the estate of the end-to-end tests finds, against their tables, which are written by hand from the meaning of the rules (`test/e2e/README.md`). The estate lies in moto_server: an AWS that nobody here wrote.',
    `${rows.length} resources of ${new Set(rows.map(({ technology }) => technology)).size} technologies in ${new Set(rows.map(({ account }) => account)).size} accounts, ${clean.length} of them without an issue. ${sum(({ expected }) => expected)} issues are expected and ${sum(({ found: one }) => one)} found, ${sum(({ right }) => right)} of them as expected: recall ${share(
      sum(({ right }) => right),
      sum(({ expected }) => expected),
    )}, precision ${share(
      sum(({ right }) => right),
      sum(({ found: one }) => one),
    )}. ${flagged.length} clean resources are flagged (${share(flagged.length, clean.length)}), and ${strange.length} resources that no table names.`,
    'An issue counts as found when check, message, subject and score are those of the table. Clean for a check are the resources of its technology that it must not report; near are those among all rows that come close to one of its messages and must not get it.',
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
  );
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** In percent; a dash where there is nothing to take a share of. */
function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Number(((100 * part) / whole).toFixed(1))} %`;
}
