/** One check that could not be decided: the question, that we could not look, since when and why. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { readablePath } from '../../components/code/json-lines.ts';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { UnknownBadge } from '../../components/unknown-badge.tsx';
import styles from './item-issues.module.css';
import type { Unknown } from './item-queries.ts';

export function UnknownLine({ unknown }: { readonly unknown: Unknown }) {
  const [isOpen, setOpen] = useState(false);
  const { check, path, permission, message, since } = unknown;
  return (
    <div className={styles['line']}>
      <span>
        <UnknownBadge>Unknown</UnknownBadge>
      </span>
      <div className={styles['what']}>
        <p className={styles['sentence']}>
          <span className="mono">{check}</span> could not be decided since <Moment at={since} />.
        </p>
        <p className={styles['facts']}>
          {permission !== null && (
            <span>
              missing permission <Provided text={permission} mono />
            </span>
          )}
          {path !== '' && (
            <span>
              <Provided text={readablePath(path)} mono /> keeps its last value
            </span>
          )}
        </p>
        {isOpen && (
          <p className={styles['facts']}>
            <Provided text={message} />
          </p>
        )}
      </div>
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Why
      </Button>
    </div>
  );
}
