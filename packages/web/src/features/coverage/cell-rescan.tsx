/** Looking at a cell again now, and when it is looked at next by itself. */
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMay } from '../../api/session.ts';
import { Moment } from '../../components/moment.tsx';
import { confirm } from '../../stores/toasts.ts';
import { counted } from '../../words/count.ts';
import styles from './cell-peek.module.css';
import { type Cell, cellScopesQuery, rescanCell, type Scope } from './coverage-queries.ts';

const pace = 2_000;

type CellRescanProps = { readonly cell: Cell; readonly scopes: readonly Scope[] };

export function CellRescan({ cell, scopes }: CellRescanProps) {
  const mayAsk = useMay('comment');
  const { ask, isAsking, isRunning } = useCellRescan(cell, scopes);
  if (!mayAsk && cell.nextRun === null) return null;
  return (
    <div className={styles['part']}>
      {mayAsk && (
        <Button
          variant="filled"
          leftSection={<IconRefresh size={16} stroke={1.6} />}
          disabled={isAsking}
          onClick={ask}
        >
          {askWords(isAsking, isRunning)}
        </Button>
      )}
      {cell.nextRun !== null && (
        <p className={styles['next']}>
          Next run by itself <Moment at={cell.nextRun} />
        </p>
      )}
    </div>
  );
}

function askWords(isAsking: boolean, isRunning: boolean): string {
  if (!isAsking) return 'Rescan now';
  return isRunning ? 'Looking …' : 'Waiting for its turn …';
}

/** Asks, follows the regions until each was tried again, and says what came of it. */
function useCellRescan(cell: Cell, scopes: readonly Scope[]) {
  const queries = useQueryClient();
  const rescan = useMutation({
    mutationFn: async () => await rescanCell(cell),
    onError: (error) => confirm({ text: error.message }),
  });
  const asked = rescan.data;
  useQuery({ ...cellScopesQuery(cell), refetchInterval: asked === undefined ? false : pace });
  const isRunning = scopes.some(({ running }) => running);
  const isDone =
    asked !== undefined && !isRunning && scopes.length > 0 && scopes.every(wasTriedSince(asked.askedAt));
  const { reset } = rescan;
  useEffect(() => {
    if (!isDone) return;
    confirm({ text: resultOf(scopes) });
    reset();
    void queries.invalidateQueries({ queryKey: ['coverage'] });
    void queries.invalidateQueries({ queryKey: ['summary'] });
  }, [isDone, scopes, reset, queries]);
  return { ask: () => rescan.mutate(), isAsking: rescan.isPending || asked !== undefined, isRunning };
}

function wasTriedSince(askedAt: string): (scope: Scope) => boolean {
  return ({ lastAttempt }) => lastAttempt !== null && Date.parse(lastAttempt) >= Date.parse(askedAt);
}

function resultOf(scopes: readonly Scope[]): string {
  const failed = scopes.filter(({ state }) => state === 'failed').length;
  if (failed === 0) return 'Looked again: everything is complete.';
  return `Looked again: ${counted(failed, 'region')} still could not be looked at.`;
}
