/** Which technologies are watched in an account, and how often. Pure. */
import { mostSpecificFirst, type SelectableAccount } from './account-selector.ts';
import type { Settings } from './schema.ts';

type Place = { readonly technology: string; readonly account: SelectableAccount };

/** Whether the technology is watched in the account. */
export function isWatched(
  { technologies, accounts }: Settings['activation'],
  { technology, account }: Place,
): boolean {
  const layers = [...mostSpecificFirst(accounts, account), technologies];
  return layers.find((layer) => layer[technology] !== undefined)?.[technology] ?? true;
}

/** Milliseconds between two listings: what is said of the technology, else of all, each by the most specific account first. */
export function intervalOf(
  { minutes, technologies, accounts = {} }: Settings['intervals'],
  { technology, account }: Place,
): number {
  const layers = [...mostSpecificFirst(accounts, account), { minutes, technologies }];
  const own = layers.flatMap((layer) => layer.technologies?.[technology] ?? []);
  const general = layers.flatMap((layer) => layer.minutes ?? []);
  return ([...own, ...general][0] ?? minutes) * 60_000;
}
