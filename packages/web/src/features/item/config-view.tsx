/** The configuration with the evidence of issues marked in it, and what could not be read. */

import { IconArrowsVertical, IconEyeOff } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import code from '../../components/code/code.module.css';
import { CodeLine } from '../../components/code/code-line.tsx';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { useKeys } from '../../stores/keys.ts';
import { jsonOf } from '../../words/json.ts';
import { severityWord } from '../../words/severity.ts';
import styles from './config-view.module.css';
import type { Item } from './item-queries.ts';
import { folded, type LineNote, type MarkedLine, markedLines } from './marked-lines.ts';

type ConfigViewProps = {
  readonly item: Pick<Item, 'issues' | 'unreadable'> & { readonly config: unknown };
};

export function ConfigView({ item }: ConfigViewProps) {
  const { config, issues, unreadable } = item;
  const lines = useMemo(
    () => markedLines({ config: jsonOf(config), issues, unreadable }),
    [config, issues, unreadable],
  );
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const shown = useMemo(() => folded(lines, opened), [lines, opened]);
  const { hash } = useLocation();
  useEffect(() => {
    document.getElementById(hash)?.scrollIntoView({ block: 'center' });
  }, [hash]);
  useEvidenceKeys();
  return (
    <div className={code['code']} tabIndex={0} role="region" aria-label="Configuration">
      {shown.map((part) =>
        part.kind === 'line' ? (
          <Line key={part.marked.number} marked={part.marked} />
        ) : (
          <button
            key={`fold ${part.from}`}
            type="button"
            className={styles['fold']}
            onClick={() => setOpened(new Set([...opened, part.from - 1]))}
          >
            <IconArrowsVertical size={14} stroke={1.6} aria-hidden />
            {part.to - part.from + 1} lines that no issue points to: {part.from} to {part.to}
          </button>
        ),
      )}
    </div>
  );
}

function Line({ marked: { line, number, mark, note } }: { readonly marked: MarkedLine }) {
  const id = note?.kind === 'issue' ? { id: `evidence-${note.issue}` } : {};
  return <CodeLine line={line} number={number} mark={mark} note={note && <Note note={note} />} {...id} />;
}

function Note({ note }: { readonly note: LineNote }) {
  if (note.kind === 'unreadable')
    return (
      <>
        <IconEyeOff size={14} stroke={1.6} aria-hidden />
        <span>
          not verified
          {note.since !== undefined && (
            <>
              {' '}
              since <Moment at={note.since} form="withTime" />
            </>
          )}
          {note.permission === undefined ? '' : ', missing '}
          {note.permission !== undefined && <Provided text={note.permission} mono />}
        </span>
      </>
    );
  return (
    <>
      <SeverityMark mark={note.severity} size={13} />
      <span className={styles['note']}>
        {severityWord(note.severity)} {note.score}: <Provided text={note.text} longest={90} />
      </span>
    </>
  );
}

/** `N` and `P` go from one piece of evidence to the next. */
function useEvidenceKeys(): void {
  const go = (by: number): boolean => {
    const places = [...document.querySelectorAll<HTMLElement>('[id^="evidence-"]')];
    if (places.length === 0) return false;
    const middle = window.innerHeight / 2;
    const distances = places.map((place) => place.getBoundingClientRect().top - middle);
    const next =
      by > 0
        ? distances.findIndex((distance) => distance > 12)
        : distances.findLastIndex((distance) => distance < -12);
    const place = places[next === -1 ? (by > 0 ? 0 : places.length - 1) : next];
    place?.scrollIntoView({ block: 'center' });
    return true;
  };
  useKeys([
    { keys: ['n'], does: 'next evidence', run: () => go(1) },
    { keys: ['p'], does: 'previous evidence', run: () => go(-1) },
  ]);
}
