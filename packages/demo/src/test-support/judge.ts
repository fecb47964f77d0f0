/** Runs all checks of a provider, AWS unless another is given, on scanned items, in a world that knows the organisation's own accounts. */
import { type CheckResult, runCheck } from '@security-monkey/sdk';
import { amazon, knownWorld } from './provider.ts';
import type { Scanned } from './scan.ts';

export type Judged = {
  readonly check: string;
  readonly account: string;
  /** What the stories call it. */
  readonly name: string;
  readonly score: number;
};

/** Every finding. @throws when a check fails or cannot decide: nothing in the demo is unreadable. */
export function judge(items: readonly Scanned[], now: number, of = amazon): readonly Judged[] {
  const world = knownWorld(of);
  return items.flatMap((item) =>
    of.plugin.checks
      .filter(({ watcher }) => watcher.id === item.watcher.id)
      .flatMap((check) => {
        const result = runCheck({
          check,
          item: {
            account: item.place.account,
            partition: item.place.partition,
            technology: item.watcher.id,
            region: item.region,
            name: item.name,
            lineage: item.lineage,
            tags: item.tags,
          },
          config: item.config,
          unreadable: [],
          now,
          options: undefined,
          related: relatedOf(item),
          world,
        });
        return scoresOf(result, `${check.id} on ${item.name}`).map((score) => ({
          check: check.id,
          account: item.place.account,
          name: item.called,
          score,
        }));
      }),
  );
}

function relatedOf({ watcher, relations }: Scanned) {
  const listings = (watcher.relations ?? []).map((name) => {
    const items = relations.filter((relation) => relation.name === name);
    const known = items.map(({ technology, key, value = {} }) => ({ technology, key, value }));
    return [name, { items: known, complete: true }] as const;
  });
  return Object.fromEntries(listings);
}

function scoresOf(result: CheckResult, what: string): readonly number[] {
  if (result.kind === 'judged') return result.findings.map(({ score }) => score);
  throw new Error(`${what}: ${result.kind} ${result.kind === 'failed' ? result.message : result.path}`);
}
