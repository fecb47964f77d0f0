/** The verdict on an item, and beside it, behind a dashed line, what is unknown. */
import { IconArchive, IconCircleCheck, IconEyeOff, IconHourglass, IconSnowflake } from '@tabler/icons-react';

import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { Since } from '../../components/since.tsx';
import { useClock } from '../../stores/clock.ts';
import { counted, sentence } from '../../words/count.ts';
import { age } from '../../words/time.ts';
import type { Item } from './item-queries.ts';
import styles from './verdict-card.module.css';
import { type ItemVerdict, verdictOf } from './verdict-of.ts';

export function VerdictCard({ item }: { readonly item: Item }) {
  const verdict = verdictOf(item);
  return (
    <section
      className={styles['card']}
      data-kind={verdict.kind === 'issue' ? verdict.severity : verdict.kind}
      aria-label="Verdict"
    >
      <VerdictIcon verdict={verdict} />
      <div className={styles['words']}>
        <h1 className={styles['sentence']}>
          <VerdictSentence verdict={verdict} />
        </h1>
        <p className={styles['below']}>
          <Below item={item} verdict={verdict} />
        </p>
      </div>
      {verdict.kind === 'issue' && (
        <p className={styles['score']}>
          <strong>{item.score}</strong>
          <span>open score</span>
        </p>
      )}
      <Unknowns item={item} />
    </section>
  );
}

function VerdictIcon({ verdict }: { readonly verdict: ItemVerdict }) {
  if (verdict.kind === 'issue') return <SeverityMark mark={verdict.severity} size={20} />;
  const icons = {
    deleted: IconArchive,
    frozen: IconSnowflake,
    unknown: IconEyeOff,
    unjudged: IconHourglass,
    fine: IconCircleCheck,
  };
  const Icon = icons[verdict.kind];
  return <Icon size={22} stroke={1.6} aria-hidden />;
}

function VerdictSentence({ verdict }: { readonly verdict: ItemVerdict }) {
  const { now } = useClock();
  if (verdict.kind === 'issue')
    return (
      <>
        <Provided text={sentence(verdict.text)} />, <Since issue={verdict} /> (
        {age(now.getTime() - Date.parse(verdict.openedAt))}
        {verdict.mayBeOlder && ' at least'}).
      </>
    );
  if (verdict.kind === 'deleted')
    return verdict.at === null ? (
      'Deleted.'
    ) : (
      <>
        Deleted <Moment at={verdict.at} form="withTime" />.
      </>
    );
  if (verdict.kind === 'frozen') return 'Frozen: its account or region is switched off.';
  if (verdict.kind === 'unknown')
    return `No open issue is known; ${counted(verdict.count, 'check is', 'checks are')} unknown.`;
  if (verdict.kind === 'unjudged')
    return verdict.ignoredBy === undefined
      ? 'Not judged yet.'
      : 'Recorded, not judged: the ignore list covers it.';
  return verdict.passed === 0 ? 'No check applies.' : `All ${counted(verdict.passed, 'check')} passed.`;
}

function Below({ item, verdict }: { readonly item: Item; readonly verdict: ItemVerdict }) {
  if (verdict.kind === 'issue' && verdict.others > 0)
    return `${counted(verdict.others, 'more issue is', 'more issues are')} open.`;
  if (verdict.kind === 'deleted') return 'All its revisions stay.';
  if (verdict.kind === 'frozen') return 'It stays as it was and does not score.';
  if (verdict.kind === 'unjudged' && verdict.ignoredBy !== undefined)
    return (
      <>
        By the entry <Provided text={verdict.ignoredBy} mono />.
      </>
    );
  if (verdict.kind === 'fine' && verdict.justified > 0)
    return `${counted(verdict.justified, 'issue is', 'issues are')} justified.`;
  if (item.auditedAt === null) return null;
  return (
    <>
      Last judged <Moment at={item.auditedAt} />.
    </>
  );
}

/** What keeps the verdict from being whole. */
function Unknowns({ item: { undecided, coverage, status } }: { readonly item: Item }) {
  const since = [
    ...undecided.map((one) => one.since),
    ...(coverage?.failingSince ? [coverage.failingSince] : []),
  ].toSorted();
  if (undecided.length === 0 && status !== 'unverified') return null;
  return (
    <div className={styles['unknown']}>
      <span className={`${styles['swatch']} hatch`} aria-hidden />
      <div>
        <strong>
          {undecided.length > 0 ? `${counted(undecided.length, 'check')} unknown` : 'Not verified'}
        </strong>
        <p>
          {undecided.length > 0 ? 'a part could not be read' : 'the listing failed'}
          {since[0] !== undefined && (
            <>
              {' '}
              since <Moment at={since[0]} form="day" />
            </>
          )}
        </p>
      </div>
    </div>
  );
}
