/** Where an issue stands in its life. */
import {
  IconArchive,
  IconCircleCheck,
  IconCircleDot,
  IconSignature,
  IconSnowflake,
} from '@tabler/icons-react';
import type { Schema } from '../api/client.ts';
import styles from './status-badge.module.css';

type Status = Schema<'Issue'>['status'];

const icons = {
  open: IconCircleDot,
  justified: IconSignature,
  fixed: IconCircleCheck,
  retired: IconArchive,
  frozen: IconSnowflake,
} satisfies Readonly<Record<Status, unknown>>;

type StatusBadgeProps = {
  readonly status: Status;
  /** In place of the status's own word. */
  readonly label?: string;
};

export function StatusBadge({ status, label = status }: StatusBadgeProps) {
  const Icon = icons[status];
  return (
    <span className={styles['badge']} data-status={status}>
      <Icon size={14} aria-hidden />
      {label}
    </span>
  );
}
