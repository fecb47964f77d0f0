/** Since when an issue is open, and that it may have been so before where nobody saw it become so. */
import { Tooltip } from '@mantine/core';
import styles from './moment.module.css';
import { Moment } from './moment.tsx';

type SinceProps = {
  readonly issue: { readonly openedAt: string; readonly mayBeOlder: boolean };
};

/** "since 1 Sep 2026 or before" */
export function Since({ issue: { openedAt, mayBeOlder } }: SinceProps) {
  return (
    <>
      since <Moment at={openedAt} />
      {mayBeOlder && <OrBefore />}
    </>
  );
}

function OrBefore() {
  return (
    <>
      {' '}
      <Tooltip
        label="Nobody saw it become so: it was so already when its account was enrolled, or the rules have changed since."
        multiline
        maw={320}
      >
        <span className={styles['moment']}>or before</span>
      </Tooltip>
    </>
  );
}
