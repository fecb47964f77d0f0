/** What changed, a sentence per change; what it means for who may do what comes first. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Provided } from '../../components/provided.tsx';
import { changeWords } from './change-words.ts';
import styles from './diff-view.module.css';
import type { ItemDiff } from './item-queries.ts';

const most = 12;

export function ChangeList({ diff: { before, after, changes, policies } }: { readonly diff: ItemDiff }) {
  const [isWhole, setWhole] = useState(false);
  const effects = policies.flatMap(({ sentences }) => sentences);
  if (before === null) return <p className={styles['changes']}>Created: nothing came before.</p>;
  if (after.kind === 'deleted')
    return <p className={styles['changes']}>Deleted: what was is shown as removed.</p>;
  const shown = isWhole ? changes : changes.slice(0, most);
  return (
    <ul className={styles['changes']}>
      {effects.map((effect) => (
        <li key={effect} className={styles['change']}>
          <span className={styles['sign']} data-sign="~">
            !
          </span>
          <span className={styles['effect']}>
            <Provided text={effect} />
          </span>
        </li>
      ))}
      {shown.map((change) => {
        const { sign, place, what } = changeWords(change);
        return (
          <li key={`${change.kind} ${change.path}`} className={styles['change']}>
            <span className={styles['sign']} data-sign={sign}>
              {sign}
            </span>
            <span>
              <Provided text={place} mono /> <Provided text={what} />
            </span>
          </li>
        );
      })}
      {changes.length > shown.length && (
        <li className={styles['more']}>
          <Button onClick={() => setWhole(true)}>{changes.length - shown.length} more changes</Button>
        </li>
      )}
    </ul>
  );
}
