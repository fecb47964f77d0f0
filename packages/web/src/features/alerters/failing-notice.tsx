/** What an alerter that fails was told last, when it is tried again, and how much waits for that. */
import { IconBellX } from '@tabler/icons-react';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { counted } from '../../words/count.ts';
import type { AlerterState } from './alerter-state.ts';
import styles from './alerters.module.css';

export function FailingNotice({ state: { title, waiting, failing } }: { readonly state: AlerterState }) {
  if (failing === undefined) return null;
  const { failure, nextAttempt } = failing;
  return (
    <div className={styles['failing']} role="note">
      <IconBellX size={18} stroke={1.6} aria-hidden />
      <div>
        <p>
          <strong>
            <Provided text={title} /> was refused:
          </strong>{' '}
          <Provided text={failure} />
        </p>
        <p>
          {nextAttempt !== null && (
            <>
              The next attempt is <Moment at={nextAttempt} />;{' '}
            </>
          )}
          {counted(waiting, 'message waits', 'messages wait')}. Each is tried for two days, then given up and
          kept in the log.
        </p>
      </div>
    </div>
  );
}
