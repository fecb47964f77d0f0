/** At the bottom while rows are chosen: how many, and what can be done with all of them. */
import { Button } from '@mantine/core';
import { useMay } from '../../api/session.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import styles from './bulk-bar.module.css';

type BulkBarProps = {
  readonly count: number;
  readonly score: number;
  readonly canReopen: boolean;
  readonly justify: () => void;
  readonly reopen: () => void;
  readonly comment: () => void;
  readonly clear: () => void;
};

export function BulkBar({ count, score, canReopen, justify, reopen, comment, clear }: BulkBarProps) {
  const mayJustify = useMay('justify');
  const mayComment = useMay('comment');
  return (
    <div className={styles['bar']} role="toolbar" aria-label="The chosen issues">
      <strong>{count} chosen</strong>
      <span className="quiet">score {score}</span>
      {mayJustify && !canReopen && (
        <Button variant="filled" onClick={justify} rightSection={<KeyHint>A</KeyHint>}>
          Justify
        </Button>
      )}
      {mayJustify && canReopen && (
        <Button variant="filled" onClick={reopen} rightSection={<KeyHint>R</KeyHint>}>
          Reopen
        </Button>
      )}
      {mayComment && (
        <Button onClick={comment} rightSection={<KeyHint>C</KeyHint>}>
          Comment
        </Button>
      )}
      <Button variant="subtle" onClick={clear} rightSection={<KeyHint>Esc</KeyHint>}>
        Clear
      </Button>
    </div>
  );
}
