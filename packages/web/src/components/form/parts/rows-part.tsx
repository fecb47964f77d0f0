/** Rows that can be added and removed: the elements of a list, or the entries of a record. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import type { ListRow, RecordRow } from '../draft/draft.ts';
import { type Change, withItem, withKey, withNewRow, withoutRow } from '../draft/edit-draft.ts';
import type { ListField, RecordField } from '../draft/field.ts';
import { type PartProps, useForm } from './form-context.ts';
import styles from './parts.module.css';
import { columnsOf, rowName, tracksOf } from './row-columns.ts';
import { RowPart } from './row-part.tsx';

/** So many are shown at once. */
const most = 60;

type RowsPartProps = PartProps & { readonly field: ListField | RecordField };

export function RowsPart({ draft, change, field }: RowsPartProps) {
  const { isReadOnly, optionsOf, problems } = useForm();
  const [isWhole, setWhole] = useState(false);
  const adding = useRef<HTMLButtonElement>(null);
  const rows: readonly (ListRow | RecordRow)[] =
    draft.kind === 'list' || draft.kind === 'record' ? draft.rows : [];
  const acts = useRowActs(change, adding);
  const shown = isWhole || problems.size > 0 ? rows : rows.slice(0, most);
  const name = rowName(field);
  const columns = columnsOf(field);
  return (
    <div className={styles['rows']} data-table={columns.length <= 4 || undefined}>
      {problems.has(draft) && <p className={styles['problem']}>{problems.get(draft)}</p>}
      {rows.length === 0 && <p className="quiet">None.</p>}
      {rows.length > 0 && <Heads columns={columns} />}
      {shown.map((row, at) => (
        <RowPart key={row.id} row={row} name={`${name} ${at + 1}`} columns={columns.length} {...acts} />
      ))}
      {shown.length < rows.length && (
        <Button className={styles['add'] ?? ''} onClick={() => setWhole(true)}>
          Show the other {rows.length - shown.length}
        </Button>
      )}
      {!isReadOnly && (
        <Button
          ref={adding}
          className={styles['add'] ?? ''}
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={() => {
            setWhole(true);
            change((before) => withNewRow(before, optionsOf));
          }}
        >
          Add {withArticle(name.toLowerCase())}
        </Button>
      )}
    </div>
  );
}

/** The same functions for as long as the rows are there. */
function useRowActs(change: PartProps['change'], adding: React.RefObject<HTMLButtonElement | null>) {
  const { optionsOf } = useForm();
  const changeItem = useCallback(
    (id: number, own: Change) => change((before) => withItem(before, { id, change: own })),
    [change],
  );
  const changeKey = useCallback(
    (id: number, own: Change) => change((before) => withKey(before, { id, change: own }, optionsOf)),
    [change, optionsOf],
  );
  const remove = useCallback(
    (id: number) => {
      change((before) => withoutRow(before, id));
      adding.current?.focus();
    },
    [change, adding],
  );
  return { changeItem, changeKey, remove };
}

/** What the columns are, once; each field has its label too. */
function Heads({ columns }: { readonly columns: readonly string[] }) {
  return (
    <div className={styles['heads']} style={tracksOf(columns.length)} aria-hidden>
      {columns.map((column) => (
        <span key={column}>{column}</span>
      ))}
    </div>
  );
}

/** "a check", "an entry" */
function withArticle(word: string): string {
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}
