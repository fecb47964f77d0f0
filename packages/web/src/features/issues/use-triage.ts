/** The list under the keys: what is focused and chosen, which form is open, and the keys that act on it. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMay } from '../../api/session.ts';
import {
  actedOn,
  extended,
  focusedOn,
  moved,
  nothingSelected,
  type Selection,
  settled,
  toggled,
  unchosen,
} from '../../components/list/selection.ts';
import { enterList, isOnRow } from '../../components/list/use-row-keys.ts';
import { rowId } from '../../components/list/virtual-grid.tsx';
import { useKeys } from '../../stores/keys.ts';
import type { Issue } from './issue-queries.ts';
import type { RowActs } from './issue-row.tsx';

export type TriageForm = 'justify' | 'comment';

export type Triage = {
  readonly selection: Selection;
  readonly isPeeking: boolean;
  readonly form: TriageForm | undefined;
  readonly acts: RowActs;
  readonly acted: readonly string[];
  readonly openForm: (form: TriageForm) => void;
  readonly closeForm: () => void;
  readonly closePeek: () => void;
  readonly clear: () => void;
  readonly open: (issue: Issue) => void;
};

type TriageInput = {
  readonly ids: readonly string[];
  readonly issueOf: (id: string) => Issue | undefined;
  /** The issue that the address names. */
  readonly named: string | undefined;
  readonly reopen: (ids: readonly string[]) => void;
};

export function useTriage({ ids, issueOf, named, reopen }: TriageInput): Triage {
  const [selection, setSelection] = useState<Selection>(() => ({ ...nothingSelected, focused: named }));
  const [isPeeking, setPeeking] = useState(named !== undefined);
  const [form, setForm] = useState<TriageForm>();
  const open = useOpenItem();
  useEffect(() => {
    if (ids.length > 0) setSelection((current) => settled(current, ids));
  }, [ids]);
  useFocusInAddress(selection.focused);
  const step = (by: number): void => {
    enterList(selection.focused);
    setSelection((current) => moved(current, ids, by));
  };
  const focused = selection.focused === undefined ? undefined : issueOf(selection.focused);
  const acts = useRowActs(ids, { open, setSelection, setPeeking });
  const triage: Triage = {
    selection,
    isPeeking,
    form,
    open,
    acted: actedOn(selection),
    acts,
    openForm: (wanted) => {
      setPeeking(true);
      setForm(wanted);
    },
    closeForm: () => {
      setForm(undefined);
      document.getElementById(rowId(selection.focused ?? ''))?.focus();
    },
    closePeek: () => {
      setForm(undefined);
      setPeeking(false);
    },
    clear: () => setSelection(unchosen),
  };
  useTriageKeys(triage, { step, setSelection, setPeeking, focused, ids, reopen });
  return triage;
}

type RowSetters = {
  readonly open: RowActs['open'];
  readonly setSelection: (change: (selection: Selection) => Selection) => void;
  readonly setPeeking: (isPeeking: boolean) => void;
};

/** The same for all rows and over all renderings, so that none is drawn anew because of them. */
function useRowActs(ids: readonly string[], { open, setSelection, setPeeking }: RowSetters): RowActs {
  const latest = useRef(ids);
  latest.current = ids;
  return useMemo(
    () => ({
      focus: (id) => {
        setSelection((current) =>
          current.focused === id ? current : focusedOn(current, latest.current, id),
        );
        setPeeking(true);
      },
      open,
      toggle: (id) => setSelection((current) => toggled(current, id)),
    }),
    [open, setSelection, setPeeking],
  );
}

/** Opens the item of an issue, at the issue. */
function useOpenItem(): (issue: Issue, inNewTab?: boolean) => void {
  const navigate = useNavigate();
  return useCallback(
    (issue, inNewTab = false) => {
      const href = `/items/${issue.item}?issue=${issue.id}`;
      if (inNewTab) window.open(href, '_blank', 'noopener');
      else void navigate({ href });
    },
    [navigate],
  );
}

/** The address always says which issue is looked at. */
function useFocusInAddress(focused: string | undefined): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (focused === undefined) return;
    const timer = setTimeout(() => {
      void navigate({
        to: '.',
        search: (search) => ({ ...search, issue: focused }),
        replace: true,
        resetScroll: false,
      });
    }, 250);
    return () => clearTimeout(timer);
  }, [focused, navigate]);
}

type KeyInput = {
  readonly step: (by: number) => void;
  readonly setSelection: (change: (selection: Selection) => Selection) => void;
  readonly setPeeking: (change: (isPeeking: boolean) => boolean) => void;
  readonly focused: Issue | undefined;
  readonly ids: readonly string[];
  readonly reopen: (ids: readonly string[]) => void;
};

function useTriageKeys(
  triage: Triage,
  { step, setSelection, setPeeking, focused, ids, reopen }: KeyInput,
): void {
  const mayJustify = useMay('justify');
  const mayComment = useMay('comment');
  const { selection, acted } = triage;
  useKeys([
    { keys: ['j', 'down'], does: 'next issue', run: () => step(1) },
    { keys: ['k', 'up'], does: 'previous issue', run: () => step(-1) },
    {
      keys: ['shift+j', 'shift+down'],
      does: 'choose on downwards',
      run: () => setSelection((now) => extended(now, ids, 1)),
    },
    {
      keys: ['shift+k', 'shift+up'],
      does: 'choose on upwards',
      run: () => setSelection((now) => extended(now, ids, -1)),
    },
    { keys: ['x'], does: 'choose', run: () => focused !== undefined && triage.acts.toggle(focused.id) },
    {
      keys: ['space'],
      does: 'show or hide what it is about',
      run: () => isOnRow() && setPeeking((now) => !now),
    },
    {
      keys: ['enter'],
      does: 'open the item',
      run: () => isOnRow() && focused !== undefined && triage.open(focused),
    },
    {
      keys: ['ctrl+enter'],
      does: 'open the item in a new tab',
      run: () => isOnRow() && focused !== undefined && triage.acts.open(focused, true),
    },
    {
      keys: ['a'],
      does: 'justify ("accept")',
      run: () => mayJustify && acted.length > 0 && triage.openForm('justify'),
    },
    { keys: ['r'], does: 'reopen', run: () => mayJustify && acted.length > 0 && reopen(acted) },
    { keys: ['c'], does: 'comment', run: () => mayComment && acted.length > 0 && triage.openForm('comment') },
    { keys: ['escape'], does: 'close, then clear the choice', run: () => leave(triage, selection) },
  ]);
}

function leave(triage: Triage, { chosen }: Selection): boolean {
  if (triage.form !== undefined) triage.closeForm();
  else if (triage.isPeeking) triage.closePeek();
  else if (chosen.size > 0) triage.clear();
  else return false;
  return true;
}
