/** The laws that a test file states, with the number of random cases each is tried on. */

export type Law = {
  readonly name: string;
  readonly runs: number;
  /** Whether it is tried so often for each of several things. */
  readonly isEach: boolean;
};

const begin = /\b(?:it|test)(\.each)?(?:<[^(]*?>)?\(/g;
const runsIn = /numRuns\s*[:=]\s*([\d_]+)/;

/**
 * Every test of a file of laws (`isWhole`); of another, those that draw cases themselves. One that does not say how often is
 * tried as often as its file says at first.
 */
export function lawsIn(text: string, { isWhole }: { readonly isWhole: boolean }): readonly Law[] {
  const usual = runsIn.exec(text)?.[1];
  if (usual === undefined) return [];
  const starts = [...text.matchAll(begin)].map(({ index, 1: each }) => ({
    index,
    isEach: each !== undefined,
  }));
  return starts.flatMap(({ index, isEach }, at) => {
    const body = text.slice(index, starts[at + 1]?.index);
    const own = runsIn.exec(body)?.[1];
    if (!isWhole && own === undefined) return [];
    const name = nameIn(body, isEach);
    return name === undefined ? [] : [{ name, runs: Number((own ?? usual).replaceAll('_', '')), isEach }];
  });
}

/** Of a test for each of a list the name stands behind the list. */
function nameIn(body: string, isEach: boolean): string | undefined {
  const pattern = isEach ? /\)\(\s*(['"`])(.+?)\1/s : /\(\s*(['"`])(.+?)\1/s;
  return pattern.exec(body)?.[2];
}
