/** Whether everything was looked at, and since when not. */
import { Moment } from '../../components/moment.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { useClock } from '../../stores/clock.ts';
import { counted, number } from '../../words/count.ts';
import { age } from '../../words/time.ts';
import type { Totals, UnreadFigure } from './totals.ts';

type CoverageVerdictProps = { readonly totals: Totals; readonly unread: UnreadFigure };

export function CoverageVerdict({ totals, unread }: CoverageVerdictProps) {
  return (
    <Verdict below={<Follows totals={totals} unread={unread} />}>
      <Sentence totals={totals} unread={unread} />
    </Verdict>
  );
}

function Sentence({ totals, unread }: CoverageVerdictProps) {
  const { all, failed, never, frozen, failingSince, oldest } = totals;
  const { now } = useClock();
  if (all === 0) return <strong>Nothing was looked at yet.</strong>;
  if (failed > 0)
    return (
      <>
        <strong>
          {number(failed)} of {counted(all, 'scope')} could not be looked at
        </strong>
        {failingSince !== null && (
          <>
            , the oldest since <Moment at={failingSince} form="day" />
          </>
        )}
        .{never > 0 && ` ${waitingWords(never)}`}
      </>
    );
  if (never > 0)
    return (
      <>
        <strong>
          {number(all - never - frozen)} of {counted(all, 'scope')} were looked at.
        </strong>{' '}
        {waitingWords(never)}
      </>
    );
  const oldestAge = oldest === null ? undefined : age(now.getTime() - Date.parse(oldest));
  return (
    <>
      <strong>{unread.items > 0 ? 'Everything was listed' : 'Everything was looked at'}</strong>
      {oldestAge === undefined ? '.' : `; the oldest look is ${oldestAge} old.`}
    </>
  );
}

function waitingWords(never: number): string {
  return `${counted(never, 'scope waits', 'scopes wait')} for the first look.`;
}

function Follows({ totals: { failed, frozen }, unread }: CoverageVerdictProps) {
  const parts = [
    ...(failed > 0 ? ['Nothing is called gone or fine because of them.'] : []),
    ...(unread.items > 0 ? [unreadWords(unread)] : []),
    ...(frozen > 0 ? [`${counted(frozen, 'scope is', 'scopes are')} frozen.`] : []),
  ];
  return <>{parts.join(' ')}</>;
}

function unreadWords({ items, checks }: UnreadFigure): string {
  const read = `${counted(items, 'item')} could be read in part only`;
  return `${read}: ${counted(checks, 'check is', 'checks are')} unknown.`;
}
