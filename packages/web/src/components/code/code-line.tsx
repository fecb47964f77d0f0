/** One line of a configuration: number, indented text, and what is said about it at the right. */
import { plainText } from '../../words/plain-text.ts';
import styles from './code.module.css';
import type { JsonLine } from './json-lines.ts';

type CodeLineProps = {
  readonly line: JsonLine;
  readonly number?: number;
  /** Severity of the issue that points here, or `unreadable`. */
  readonly mark?: string | undefined;
  readonly note?: React.ReactNode;
  readonly id?: string;
};

export function CodeLine({ line, number, mark, note, id }: CodeLineProps) {
  return (
    <div className={styles['line']} data-mark={mark} id={id}>
      {number !== undefined && (
        <span className={styles['number']} data-number={number}>
          {mark === 'unreadable' && <span className={`${styles['unread']} hatch`} />}
        </span>
      )}
      <code className={styles['text']} style={{ paddingLeft: `${line.depth * 2}ch` }}>
        {line.pieces.map(({ kind, text }, index) =>
          kind === 'plain' ? (
            plainText(text)
          ) : (
            <span key={index} className={styles[kind]}>
              {plainText(text)}
            </span>
          ),
        )}
      </code>
      {note !== undefined && <span className={styles['note']}>{note}</span>}
    </div>
  );
}
