/** Says what could not be looked at, and what follows from it. */
import { IconEyeOff, IconHourglass } from '@tabler/icons-react';
import styles from './unknown.module.css';

type UnknownNoticeProps = {
  readonly children: React.ReactNode;
  readonly action?: React.ReactNode;
  /** `held`: something is kept until its absence is confirmed. */
  readonly kind?: 'unseen' | 'held';
};

export function UnknownNotice({ children, action, kind = 'unseen' }: UnknownNoticeProps) {
  const Icon = kind === 'held' ? IconHourglass : IconEyeOff;
  return (
    <div className={styles['notice']} role="note">
      <div className={`${styles['edge']} hatch`}>
        <span className={styles['icon']}>
          <Icon size={16} aria-hidden />
        </span>
      </div>
      <div className={styles['text']}>{children}</div>
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  );
}
