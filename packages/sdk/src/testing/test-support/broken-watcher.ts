/** Broken watchers and estates, derived from the faultless ones, and what the kit says of them. */
import type { WatchContext, Watcher } from '../../define/watcher.ts';
import type { JsonObject } from '../../json/value.ts';
import type { Estate } from '../estate.ts';
import { watcherRules } from '../watcher-problems.ts';
import { estate } from './toy/box/estate.ts';
import { describeBox, listBoxes, toyWatcher, toyWith } from './toy/box/watcher.ts';

export type BrokenWatcher = {
  readonly title: string;
  readonly fault: string;
  readonly watcher: Watcher;
  readonly over: Estate;
  /** Exactly what the rule of that title says. */
  readonly problems: readonly unknown[];
};

/** The broken watchers of one rule: what the fault is, the watcher, its estate, the problems. */
export function breaking(
  title: string,
  rows: readonly (readonly [string, Watcher, Estate, readonly unknown[]])[],
): readonly BrokenWatcher[] {
  return rows.map(([fault, watcher, over, problems]) => ({ title, fault, watcher, over, problems }));
}

/** What the rule of that title says. */
export async function problemsOf({ title, watcher, over }: BrokenWatcher): Promise<readonly string[]> {
  const rule = watcherRules.find((one) => one.title === title);
  if (!rule) throw new Error(`there is no rule "${title}"`);
  return rule.problems({ watcher, estate: over });
}

/** The toy estate with parts replaced. */
export const estateWith = (replaced: Partial<Estate>): Estate => ({ ...estate, ...replaced });

/** The toy estate with answers replaced; undefined stands for an operation that the provider does not know. */
export function answering(answers: Readonly<Record<string, JsonObject | undefined>>): Estate {
  if (typeof estate.answers === 'function') throw new Error('the toy estate answers by a table');
  const all = Object.entries({ ...estate.answers, ...answers });
  return estateWith({
    answers: Object.fromEntries(
      all.flatMap(([operation, answer]) => (answer === undefined ? [] : [[operation, answer]])),
    ),
  });
}

export type Describe = NonNullable<typeof toyWatcher.describe>;
export type List = typeof toyWatcher.list;

/** Describes as the faultless watcher does, and then changes what came out. */
export const describing = (
  change: (described: Awaited<ReturnType<Describe>>) => Awaited<ReturnType<Describe>>,
): Watcher => toyWith({ describe: async (context, listed) => change(await describeBox(context, listed)) });

/** Ends the listing as if it were complete where it failed. */
export const swallowing: List = async function* (context: WatchContext) {
  try {
    yield* listBoxes(context);
  } catch {
    // The fault itself.
  }
};

/** Yields nothing before it has everything. */
export const collecting: List = async function* (context) {
  const all: JsonObject[] = [];
  for await (const page of listBoxes(context)) all.push(...page);
  yield all;
};

/** Reads every failure as absence. */
export const nullOnFailure: Describe = async (context, listed) => {
  const { unreadable, config, ...rest } = await describeBox(context, listed);
  const missing = (unreadable ?? []).map(({ path }) => [path.slice(1), null]);
  return { ...rest, config: { ...config, ...Object.fromEntries(missing) } };
};
