/** Says on every page that everything is made up, while it is. */
import styles from './demo-label.module.css';

export function DemoLabel() {
  return (
    <div className={styles['label']} role="note">
      <span className={styles['tag']}>Demo estate</span>
      <span className={styles['text']}>
        You are looking at a simulated organisation. Nothing here is real and nothing leaves this machine.
      </span>
    </div>
  );
}
