/** How much happened, in the words of subjects and sentences. Pure. */
import type { Told, ToldIssue, ToldItem, ToldScope } from './told.ts';
import { count, thousands } from './words.ts';

/** Each list of parts such as `3 items changed`, `1 deleted`: the noun stands once. */
export type Figures = {
  readonly items: readonly string[];
  /** The same with the verb first: `changed 3 items`, `deleted 1`. */
  readonly deeds: readonly string[];
  readonly issues: readonly string[];
  readonly scopes: readonly string[];
};

export function figuresOf({ items, issues, scopes }: Told): Figures {
  const changed = counted('item', distinctItems(items), ['created', 'changed', 'deleted']);
  const found = counted('issue', issues, ['opened', 'reopened', 'fixed']);
  return {
    items: changed.map(({ what, word }) => `${what} ${word}`),
    deeds: changed.map(({ what, word }) => `${word} ${what}`),
    issues: found.map(({ what, word }) => `${what} ${word}`),
    scopes: scopeParts(scopes),
  };
}

const changeWords: Readonly<Record<string, string>> = { reopened: 'opened again' };

function counted(
  noun: string,
  all: readonly { readonly change: string }[],
  changes: readonly string[],
): readonly { readonly what: string; readonly word: string }[] {
  return changes
    .map((change) => ({ change, number: all.filter((one) => one.change === change).length }))
    .filter(({ number }) => number > 0)
    .map(({ change, number }, index) => {
      const word = changeWords[change] ?? change;
      return { what: index === 0 ? count(number, noun) : thousands(number), word };
    });
}

/** An item that was created and changed in one run is created; what was deleted last is deleted. */
function distinctItems(items: readonly ToldItem[]): readonly ToldItem[] {
  const byItem = Map.groupBy(items, ({ item }) => item);
  return [...byItem.values()].flatMap((all) => {
    const told = all.find(({ change }) => change === 'created') ?? all[0];
    const last = all.at(-1);
    if (last?.change === 'deleted') return [last];
    return told === undefined ? [] : [told];
  });
}

/** By what became of each last; `*` stands for all scopes of an account that could not be connected to. */
function scopeParts(scopes: readonly ToldScope[]): readonly string[] {
  const number = (change: ToldScope['change'], isWhole: boolean): number =>
    lastOfScopes(scopes).filter((one) => one.change === change && (one.technology === '*') === isWhole)
      .length;
  const parts: readonly (readonly [number, string, string])[] = [
    [number('failed', true), 'account', 'not connected to'],
    [number('failed', false), 'scope', 'not looked at'],
    [number('recovered', true), 'account', 'connected to again'],
    [number('recovered', false), 'scope', 'looked at again'],
  ];
  return parts.filter(([many]) => many > 0).map(([many, noun, words]) => `${count(many, noun)} ${words}`);
}

/** The latest of each scope. */
export function lastOfScopes(scopes: readonly ToldScope[]): readonly ToldScope[] {
  const keyed = scopes.map((one): [string, ToldScope] => [
    `${one.account.id} ${one.technology} ${one.region}`,
    one,
  ]);
  return [...new Map(keyed).values()];
}

export type Split = { readonly told: readonly ToldIssue[]; readonly below: number };

/** Those that reach the score, the worst first, and how many do not. */
export function splitByScore(issues: readonly ToldIssue[], score: number): Split {
  const told = issues.filter((issue) => issue.score >= score);
  return {
    told: told.toSorted((a, b) => b.score - a.score || a.at.getTime() - b.at.getTime()),
    below: issues.length - told.length,
  };
}
