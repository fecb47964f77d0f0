/** A score with the shape, the word and the colour of its severity. */
import { severityOf, severityWord } from '../words/severity.ts';
import styles from './severity.module.css';
import { SeverityMark } from './severity-mark.tsx';

/** On a soft ground: the one thing that this row is about. */
export function SeverityBadge({ score }: { readonly score: number }) {
  const severity = severityOf(score);
  return (
    <span className={styles['badge']} data-severity={severity}>
      <SeverityMark mark={severity} size={13} />
      {severityWord(severity)} {score}
    </span>
  );
}

/** In a column whose head says "Score": shape and number, the word for who cannot see the shape. */
export function SeverityScore({ score }: { readonly score: number }) {
  const severity = severityOf(score);
  return (
    <span className={styles['score']} data-severity={severity}>
      <SeverityMark mark={severity} />
      <span className="visually-hidden">{severityWord(severity)} </span>
      {score}
    </span>
  );
}
