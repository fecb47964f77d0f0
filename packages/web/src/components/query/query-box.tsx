/** The box for a query: terms are marked in the text; Enter searches, Escape leaves. */
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useKeys } from '../../stores/keys.ts';
import { KeyHint } from '../key-hint.tsx';
import { markTerms } from './mark-terms.ts';
import styles from './query-box.module.css';

type QueryBoxProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** `typed` after a pause, `entered` by Enter. */
  readonly change: (query: string, how: 'typed' | 'entered') => void;
  /** What the server says is wrong with the query. */
  readonly error?: string | undefined;
  /** At the right end, such as how much was found. */
  readonly note?: React.ReactNode;
};

const pause = 250;

export function QueryBox({ label, placeholder, value, change, error, note }: QueryBoxProps) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const shade = useRef<HTMLDivElement>(null);
  const errorId = useId();
  useEffect(() => setText(value), [value]);
  useKeys([{ keys: ['/'], does: 'to the query', run: () => input.current?.select() }]);
  useTypedChange({ text, value, change });
  return (
    <search>
      <div className={styles['box']} data-wrong={error === undefined ? undefined : true}>
        <IconSearch size={16} stroke={1.8} aria-hidden />
        <div className={styles['field']}>
          <div className={styles['shade']} ref={shade} aria-hidden>
            {markTerms(text).map(({ kind, text: piece }, index) => (
              <span key={`${index} ${kind}`} className={styles[kind]}>
                {piece}
              </span>
            ))}
          </div>
          <input
            ref={input}
            className={styles['input']}
            aria-label={label}
            aria-invalid={error !== undefined}
            aria-describedby={error === undefined ? undefined : errorId}
            placeholder={placeholder}
            value={text}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            onChange={(event) => setText(event.currentTarget.value)}
            onScroll={(event) => shade.current?.scrollTo({ left: event.currentTarget.scrollLeft })}
            onKeyDown={(event) => {
              if (event.key === 'Enter') change(text.trim(), 'entered');
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
          />
        </div>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
        <KeyHint>/</KeyHint>
      </div>
      {error !== undefined && (
        <p className={styles['error']} id={errorId} role="alert">
          {error}
        </p>
      )}
    </search>
  );
}

type TypedChange = Pick<QueryBoxProps, 'value' | 'change'> & { readonly text: string };

/** The address follows after a pause, without a step for the back button. */
function useTypedChange({ text, value, change }: TypedChange): void {
  const latest = useRef(change);
  latest.current = change;
  useEffect(() => {
    if (text.trim() === value.trim()) return;
    const timer = setTimeout(() => latest.current(text.trim(), 'typed'), pause);
    return () => clearTimeout(timer);
  }, [text, value]);
}
