/** A word for what is unknown or no longer verified; it stands beside a status, never instead of it. */
import styles from './unknown.module.css';

type UnknownBadgeProps = { readonly children: React.ReactNode; readonly shape?: 'badge' | 'pill' };

export function UnknownBadge({ children, shape = 'badge' }: UnknownBadgeProps) {
  return (
    <span className={shape === 'pill' ? `${styles['badge']} ${styles['pill']}` : styles['badge']}>
      <span>{children}</span>
    </span>
  );
}
