/** How issues divide by severity, always from critical to low, then what is unknown, hatched. */
import { counted, listed } from '../words/count.ts';
import { type Severity, severities } from '../words/severity.ts';
import styles from './severity.module.css';

type SeverityBarProps = {
  readonly counts: Readonly<Partial<Record<Severity, number>>>;
  readonly unknown?: number;
};

export function SeverityBar({ counts, unknown = 0 }: SeverityBarProps) {
  const parts = severities
    .map((severity) => ({ severity, count: counts[severity] ?? 0 }))
    .filter(({ count }) => count > 0);
  const words = [
    ...parts.map(({ severity, count }) => `${count} ${severity}`),
    ...(unknown > 0 ? [counted(unknown, 'unknown check')] : []),
  ];
  if (words.length === 0) return <span className="quiet">none</span>;
  return (
    <span className={styles['bar']} role="img" aria-label={listed(words)} title={listed(words)}>
      {parts.map(({ severity, count }) => (
        <span key={severity} data-part={severity} style={{ flexGrow: count }} />
      ))}
      {unknown > 0 && <span className="hatch-fine" style={{ flexGrow: unknown }} />}
    </span>
  );
}
