/** The regions of a cell, those that could not be looked at first. */
import { IconLoader2 } from '@tabler/icons-react';
import { useState } from 'react';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { counted } from '../../words/count.ts';
import styles from './cell-peek.module.css';
import { classWords } from './class-words.ts';
import type { Scope } from './coverage-queries.ts';
import { regionsByNeed } from './failures-of.ts';

const most = 4;

export function CellRegions({ scopes }: { readonly scopes: readonly Scope[] }) {
  const [isOpen, setOpen] = useState(false);
  const regions = regionsByNeed(scopes);
  const failed = regions.filter(({ state }) => state === 'failed').length;
  const shown = isOpen ? regions : regions.slice(0, Math.max(most, Math.min(failed + 1, 8)));
  const rest = regions.length - shown.length;
  return (
    <div className={styles['regions']}>
      <ul>
        {shown.map((scope) => (
          <RegionLine key={scope.region} scope={scope} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={styles['more']} onClick={() => setOpen(true)}>
          {counted(rest, 'more region')}
        </button>
      )}
    </div>
  );
}

function RegionLine({ scope }: { readonly scope: Scope }) {
  const { region, state, running, failingSince, lastComplete, lastAttempt, held } = scope;
  return (
    <li className={styles['region']} data-state={state}>
      <span className={styles['regionMark']}>
        <span className={state === 'failed' ? 'hatch' : undefined} aria-hidden />
      </span>
      <div>
        <p className={styles['regionHead']}>
          <strong>
            <Provided text={region} longest={24} />
          </strong>
          <StateWords scope={scope} />
          {running && (
            <span className={styles['running']}>
              <IconLoader2 size={13} stroke={1.6} aria-hidden /> being looked at
            </span>
          )}
        </p>
        {state === 'failed' && (
          <p className="quiet">
            {failingSince !== null && (
              <>
                fails since <Moment at={failingSince} form="withTime" /> ·{' '}
              </>
            )}
            {lastComplete === null ? (
              'never complete'
            ) : (
              <>
                last complete <Moment at={lastComplete} stale />
              </>
            )}
            {lastAttempt !== null && (
              <>
                {' '}
                · last attempt <Moment at={lastAttempt} />
              </>
            )}
          </p>
        )}
        {held > 0 && (
          <p className="quiet">
            {counted(held, 'item is', 'items are')} missing from the last listing and kept until that is
            confirmed
          </p>
        )}
      </div>
    </li>
  );
}

function StateWords({ scope: { state, failure, lastComplete, listed } }: { readonly scope: Scope }) {
  if (state === 'never') return <span className="quiet">waits for the first look</span>;
  if (state !== 'complete')
    return (
      <span>
        {state === 'frozen' && 'frozen: '}
        {failure === null ? state : classWords(failure.class).toLowerCase()}
      </span>
    );
  return (
    <span className="quiet">
      complete {lastComplete !== null && <Moment at={lastComplete} />}, {counted(listed, 'item')}
    </span>
  );
}
