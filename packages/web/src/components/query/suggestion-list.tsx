/** What the term at the caret may be completed to: the term, what it means, how often it is found. */
import { useEffect, useRef } from 'react';
import { number } from '../../words/count.ts';
import { KeyHint } from '../key-hint.tsx';
import { Provided } from '../provided.tsx';
import styles from './suggestion-list.module.css';
import type { Suggestion } from './suggestions.ts';

type SuggestionListProps = {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number | undefined;
  /** Not all that is found was counted. */
  readonly isAtLeast: boolean;
  readonly choose: (suggestion: Suggestion) => void;
};

export const optionId = (list: string, index: number): string => `${list}-${index}`;

export function SuggestionList({ id, suggestions, active, isAtLeast, choose }: SuggestionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active !== undefined) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // The field keeps the focus: whoever points at the list goes on typing.
    <div className={styles['popup']} onMouseDown={(event) => event.preventDefault()}>
      <div role="listbox" id={id} aria-label="Completions" className={styles['list']} ref={list}>
        {suggestions.map((suggestion, index) => (
          <div
            key={suggestion.text}
            role="option"
            id={optionId(id, index)}
            aria-selected={index === active}
            tabIndex={-1}
            className={styles['option']}
            onClick={() => choose(suggestion)}
          >
            <Term suggestion={suggestion} />
            <span className={styles['meaning']}>
              <Provided text={suggestion.meaning} />
            </span>
            <span className={styles['count']}>{endOf(suggestion, isAtLeast)}</span>
          </div>
        ))}
      </div>
      <p className={styles['keys']} aria-hidden>
        <KeyHint>↑</KeyHint>
        <KeyHint>↓</KeyHint> choose <KeyHint>Tab</KeyHint> complete <KeyHint>Enter</KeyHint> search
      </p>
    </div>
  );
}

const longest = 64;

function Term({ suggestion: { text, kind } }: { readonly suggestion: Suggestion }) {
  return (
    <span className={styles['term']} data-kind={kind}>
      <Provided text={text} longest={longest} mono />
    </span>
  );
}

function endOf({ count, kind }: Suggestion, isAtLeast: boolean): string {
  if (kind === 'example') return 'for example';
  return count === undefined ? '' : `${number(count)}${isAtLeast ? '+' : ''}`;
}
