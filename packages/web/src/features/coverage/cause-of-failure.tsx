/** One cause: the exact permission that is missing, the call and what was answered, and how to fix it. */
import { CopyChip } from '../../components/copy-chip.tsx';
import { Provided } from '../../components/provided.tsx';
import { WithCommands } from '../../components/with-commands.tsx';
import { counted } from '../../words/count.ts';
import styles from './cell-peek.module.css';
import { classWords } from './class-words.ts';
import type { Cause } from './failures-of.ts';

export function CauseOfFailure({ cause }: { readonly cause: Cause }) {
  const { class: kind, permission, operation, message, hint, regions } = cause;
  return (
    <div className={styles['part']}>
      <h3 className={styles['heading']}>
        {classWords(kind)}
        {regions.length > 1 && ` in ${counted(regions.length, 'region')}`}
      </h3>
      {permission !== undefined && (
        <p className={styles['permission']}>
          <CopyChip text={permission} what="permission" />
        </p>
      )}
      <p className={styles['message']}>
        {operation !== undefined && operation !== permission && (
          <>
            <Provided text={operation} mono />
            <br />
          </>
        )}
        <Provided text={message} mono />
      </p>
      {hint !== undefined && (
        <>
          <h3 className={styles['heading']}>To fix it</h3>
          <p>
            <WithCommands text={hint} />
          </p>
        </>
      )}
    </div>
  );
}
