/** Keys of a plain list: move the focus, open the row. */
import { useEffect, useState } from 'react';
import { useKeys } from '../../stores/keys.ts';
import { focusedOn, moved, nothingSelected, type Selection, settled } from './selection.ts';
import { rowId } from './virtual-grid.tsx';

export type RowKeys = {
  readonly focused: string | undefined;
  readonly focus: (key: string) => void;
};

type RowKeysInput = {
  readonly keys: readonly string[];
  readonly open: (key: string, inNewTab: boolean) => void;
  /** What a row is, for the table of keys. */
  readonly what: string;
};

export function useRowKeys({ keys, open, what }: RowKeysInput): RowKeys {
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  useEffect(() => {
    if (keys.length > 0) setSelection((current) => settled(current, keys));
  }, [keys]);
  const { focused } = selection;
  const step = (by: number): void => {
    enterList(focused);
    setSelection((current) => moved(current, keys, by));
  };
  const openFocused = (inNewTab: boolean): boolean => {
    if (focused === undefined || !isOnRow()) return false;
    open(focused, inNewTab);
    return true;
  };
  useKeys([
    { keys: ['j', 'down'], does: `next ${what}`, run: () => step(1) },
    { keys: ['k', 'up'], does: `previous ${what}`, run: () => step(-1) },
    { keys: ['enter'], does: 'open', run: () => openFocused(false) },
    { keys: ['ctrl+enter'], does: 'open in a new tab', run: () => openFocused(true) },
  ]);
  return {
    focused,
    focus: (key) =>
      setSelection((current) => (current.focused === key ? current : focusedOn(current, keys, key))),
  };
}

/** Keys that move through the rows take the focus of the document there, wherever it was. */
export function enterList(focused: string | undefined): void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || activeElement.closest('[role=grid]') !== null) return;
  activeElement.blur();
  document.getElementById(rowId(focused ?? ''))?.focus();
}

/** Enter and Space belong to buttons and links where one has the focus. */
export function isOnRow(): boolean {
  const active = document.activeElement;
  return active === document.body || active?.getAttribute('role') === 'row';
}
