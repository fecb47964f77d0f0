/** What could not be looked at, beside everything that a message tells. */
import type { Block, Failure, Text } from '@security-monkey/sdk';
import { type MissingScope, type MissingScopes, missingScopes } from '../../store/views/missing-scopes.ts';
import type { Composing } from './composing.ts';
import { lastOfScopes } from './summary-figures.ts';
import type { ToldScope } from './told.ts';
import { count, linked, sentence, thousands } from './words.ts';

export type Coverage = { readonly figures: MissingScopes; readonly blocks: readonly Block[] };

const most = 3;

export type CoverageQuestion = {
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  /** Scopes whose failures the message tells already, one by one. */
  readonly told?: readonly ToldScope[];
};

/** No block where everything was looked at. */
export async function coverageNote(
  { runtime, viewer, times, links, message }: Composing,
  { accounts, told = [] }: CoverageQuestion,
): Promise<Coverage> {
  const figures = await missingScopes(runtime.db, viewer, {
    accountIds: accounts.map(({ id }) => id),
    limit: most,
  });
  const { total, missing } = figures;
  if (missing === 0) return { figures, blocks: [] };
  const where = accounts.length === 1 ? 'of this account' : `of ${count(accounts.length, 'account')}`;
  const since = (moment: Date): string => times.near(moment, message.created_at);
  const failed = lastOfScopes(told).filter(({ change }) => change === 'failed');
  const isWhole = failed.some(({ technology }) => technology === '*');
  const scopes = isWhole ? [] : figures.scopes.filter((scope) => !failed.some((one) => isSame(one, scope)));
  const more = isWhole ? 0 : Math.max(0, missing - scopes.length - failed.length);
  const text: Text = [
    { strong: `Complete for ${thousands(total - missing)} of ${count(total, 'scope')} ${where}.` },
    ...scopes.flatMap((scope) => [' ', ...scopeText(scope, { since, isOne: accounts.length === 1 })]),
    ...(more > 0 ? [' ', linked(`${thousands(more)} more could not be looked at.`, links.coverage)] : []),
  ];
  return { figures, blocks: [{ kind: 'unknown', text }] };
}

function isSame(told: ToldScope, scope: MissingScope): boolean {
  return (
    told.account.name === scope.account &&
    told.technology === scope.technology &&
    told.region === scope.region
  );
}

function scopeText(
  { account, technology, region, failure, since }: MissingScope,
  how: { readonly since: (moment: Date) => string; readonly isOne: boolean },
): Text {
  const place: Text = [{ code: technology }, ` in ${region}${how.isOne ? '' : ` of ${account}`}`];
  if (failure === null) return [...place, ' has not been looked at yet.'];
  const start = since === null ? '' : ` since ${how.since(since)}`;
  return [...place, ` could not be looked at${start}: `, ...failureText(failure)];
}

/** Why, and which permission would have helped. */
export function failureText({ message, permission }: Failure): Text {
  const why = sentence(message);
  return permission === undefined ? [why] : [`${why} Missing permission `, { code: permission }, '.'];
}
