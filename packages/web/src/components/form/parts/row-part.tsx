/** One row: its fields side by side, what has parts of its own beneath them, and the way to remove it. */
import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { memo, useCallback, useEffect, useRef } from 'react';
import type { Draft, ListRow, RecordRow } from '../draft/draft.ts';
import type { Change } from '../draft/edit-draft.ts';
import { useForm } from './form-context.ts';
import { isLeaf } from './is-leaf.ts';
import { NamedPart } from './named-part.tsx';
import styles from './parts.module.css';
import { tracksOf } from './row-columns.ts';
import { Section } from './section.tsx';

type RowPartProps = {
  readonly row: ListRow | RecordRow;
  readonly name: string;
  readonly columns: number;
  readonly changeItem: (id: number, change: Change) => void;
  readonly changeKey: (id: number, change: Change) => void;
  readonly remove: (id: number) => void;
};

export const RowPart = memo(function RowPart(props: RowPartProps) {
  const { row, name, columns, changeItem, changeKey, remove } = props;
  const { isReadOnly, problems, Part } = useForm();
  const ownKey = useCallback((change: Change) => changeKey(row.id, change), [changeKey, row.id]);
  const ownItem = useCallback((change: Change) => changeItem(row.id, change), [changeItem, row.id]);
  const { item } = row;
  return (
    <div ref={useFirstFocus(row.isNew === true)} className={styles['row']} role="group" aria-label={name}>
      <div className={styles['cells']} style={tracksOf(columns)}>
        {'key' in row && <Part draft={row.key} change={ownKey} isInRow />}
        <Leaves item={item} change={ownItem} />
        {!isReadOnly && (
          <ActionIcon
            className={styles['remove'] ?? ''}
            aria-label={`Remove ${name.toLowerCase()}`}
            onClick={() => remove(row.id)}
          >
            <IconTrash size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {item.kind === 'object' && problems.has(item) && (
        <p className={styles['problem']}>{problems.get(item)}</p>
      )}
      <Nested item={item} change={ownItem} />
    </div>
  );
});

type ItemProps = { readonly item: Draft; readonly change: (change: Change) => void };

function Leaves({ item, change }: ItemProps) {
  const { Part } = useForm();
  if (isLeaf(item.field)) return <Part draft={item} change={change} isInRow />;
  return partsOf(item)
    .filter(([, part]) => isLeaf(part.field))
    .map(([name, part]) => <NamedPart key={name} name={name} draft={part} change={change} isInRow />);
}

function Nested({ item, change }: ItemProps) {
  const { Part } = useForm();
  if (item.field.kind === 'list' || item.field.kind === 'record')
    return (
      <Inside part={item}>
        <Part draft={item} change={change} isInRow />
      </Inside>
    );
  if (item.kind !== 'object')
    return item.field.kind === 'json' && <Part draft={item} change={change} isInRow />;
  return partsOf(item)
    .filter(([, part]) => !isLeaf(part.field) && !isNobodys(part))
    .map(([name, part]) => (
      <Inside key={name} part={part}>
        <NamedPart name={name} draft={part} change={change} isInRow />
      </Inside>
    ));
}

/** Options that are not set, where nothing has options. */
function isNobodys({ kind, field }: Draft): boolean {
  return kind === 'absent' && field.kind === 'json' && field.isUnknown === true;
}

function Inside({ part, children }: { readonly part: Draft; readonly children: React.ReactNode }) {
  return (
    <div className={styles['inside']}>
      <Section title={part.field.title} isNameless={part.field.kind !== 'object'}>
        {children}
      </Section>
    </div>
  );
}

function partsOf(item: Draft): readonly (readonly [string, Draft])[] {
  if (item.kind !== 'object') return [];
  return item.field.parts.flatMap(({ name }) => {
    const part = item.parts[name];
    return part === undefined ? [] : [[name, part] as const];
  });
}

/** A row that was just added begins where one types. */
function useFirstFocus(isNew: boolean) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNew) row.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [isNew]);
  return row;
}
