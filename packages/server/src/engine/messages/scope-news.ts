/** Scopes that could not be looked at any more, or can be again. */
import type { Block, Text } from '@security-monkey/sdk';
import type { Composing } from './composing.ts';
import { failureText } from './coverage-note.ts';
import { lastOfScopes } from './summary-figures.ts';
import type { ToldScope } from './told.ts';
import { count } from './words.ts';

const most = 5;

export function scopeNews(composing: Composing, scopes: readonly ToldScope[]): readonly Block[] {
  const last = lastOfScopes(scopes).toSorted((a, b) => a.change.localeCompare(b.change, 'en'));
  const more = last.length - most;
  const blocks = last.slice(0, most).map(
    (scope): Block => ({
      kind: scope.change === 'failed' ? 'unknown' : 'paragraph',
      text: newsText(composing, scope),
    }),
  );
  if (more <= 0) return blocks;
  return [...blocks, { kind: 'unknown', text: [`The like happened to ${count(more, 'more scope')}.`] }];
}

/** `*` stands for all scopes of an account: it could not be connected to. */
function newsText(
  { times, message }: Composing,
  { change, account, technology, region, failure, at }: ToldScope,
): Text {
  const when = times.near(at, message.created_at);
  const isWhole = technology === '*';
  if (change === 'recovered') {
    const words = isWhole ? ' can be connected to again' : ' can be looked at again';
    return [...placeOf({ account, technology, region }), `${words} since ${when}.`];
  }
  const words = isWhole ? ' could not be connected to' : ' could not be looked at';
  return [
    { strong: 'Could not look. ' },
    ...placeOf({ account, technology, region }),
    `${words} since ${when}: `,
    ...(failure === undefined ? ['why is not known.'] : failureText(failure)),
  ];
}

function placeOf({
  account,
  technology,
  region,
}: Pick<ToldScope, 'account' | 'technology' | 'region'>): Text {
  if (technology === '*') return ['The account ', { strong: account.name }];
  return [{ code: technology }, ` in ${region} of ${account.name}`];
}
