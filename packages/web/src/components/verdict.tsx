/** The sentence that answers what the page was opened for: its one h1. */
import styles from './verdict.module.css';

type VerdictProps = {
  readonly children: React.ReactNode;
  readonly below?: React.ReactNode;
  readonly actions?: React.ReactNode;
};

export function Verdict({ children, below, actions }: VerdictProps) {
  return (
    <header className={styles['verdict']}>
      <div className={styles['words']}>
        <h1 className={styles['sentence']}>{children}</h1>
        {below !== undefined && <p className={styles['below']}>{below}</p>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </header>
  );
}
