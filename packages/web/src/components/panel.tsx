/** A card: one level, a heading of 40 px, hairlines inside. */
import styles from './panel.module.css';

type PanelProps = {
  readonly title: React.ReactNode;
  /** Beside the title, quieter. */
  readonly note?: React.ReactNode;
  /** At the right end of the heading. */
  readonly actions?: React.ReactNode;
  readonly children: React.ReactNode;
  readonly as?: 'section' | 'aside';
};

export function Panel({ title, note, actions, children, as: Element = 'section' }: PanelProps) {
  return (
    <Element className={styles['panel']}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </Element>
  );
}
