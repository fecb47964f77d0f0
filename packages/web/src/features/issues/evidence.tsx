/** What of the configuration an issue rests on. */
import { CodeLine } from '../../components/code/code-line.tsx';
import { jsonLines, readablePath } from '../../components/code/json-lines.ts';
import { Provided } from '../../components/provided.tsx';
import { jsonOf } from '../../words/json.ts';
import { severityOf } from '../../words/severity.ts';
import styles from './issue-peek.module.css';
import type { Issue } from './issue-queries.ts';

type EvidenceProps = Pick<Issue, 'evidence' | 'score'>;

const mostLines = 24;

export function Evidence({ evidence, score }: EvidenceProps) {
  if (evidence.length === 0) return null;
  return (
    <div className={styles['evidence']}>
      <h3 className={styles['heading']}>Evidence</h3>
      {evidence.map(({ path, value }) => {
        const lines = jsonLines(jsonOf(value));
        return (
          <div key={path}>
            <p className={styles['path']}>
              <Provided text={readablePath(path) || 'the whole configuration'} />
            </p>
            {lines.slice(0, mostLines).map((line, index) => (
              <CodeLine key={index} line={line} mark={severityOf(score)} />
            ))}
            {lines.length > mostLines && (
              <p className={styles['path']}>
                {lines.length - mostLines} more lines: open the item to see them.
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}
