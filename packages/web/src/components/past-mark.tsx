/** Says of a revision that the history which the provider keeps tells of it; of what was seen it says nothing. */
import { Tooltip } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { Schema } from '../api/client.ts';
import styles from './past-mark.module.css';

type PastMarkProps = { readonly source: Schema<'Revision'>['source'] };

export function PastMark({ source }: PastMarkProps) {
  if (source !== 'backfill') return null;
  return (
    <Tooltip label="The provider’s own history tells of it: it was not seen at the time." multiline maw={320}>
      <span className={styles['mark']}>
        <IconHistory size={12} stroke={1.6} aria-hidden />
        from the provider’s history
      </span>
    </Tooltip>
  );
}
