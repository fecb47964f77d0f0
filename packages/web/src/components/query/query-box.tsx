/** The box for a query: terms are marked and completed; Enter searches, Escape closes the list, then leaves. */
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';
import { useKeys } from '../../stores/keys.ts';
import { KeyHint } from '../key-hint.tsx';
import { markTerms } from './mark-terms.ts';
import { markWrong } from './mark-wrong.ts';
import styles from './query-box.module.css';
import type { QueryError } from './query-error.ts';
import { optionId, SuggestionList } from './suggestion-list.tsx';
import { type Completion, useCompletion } from './use-completion.ts';
import { useTold } from './use-told.ts';

type QueryBoxProps = {
  readonly label: string;
  readonly placeholder: string;
  /** What is searched: its keys are completed. */
  readonly of: 'items' | 'issues';
  /** What is asked of the API for what is typed; the same unless given. */
  readonly asking?: (typed: string) => string;
  readonly value: string;
  /** `typed` after a pause, `entered` by Enter. */
  readonly change: (query: string, how: 'typed' | 'entered') => void;
  /** What the server says is wrong with the query. */
  readonly error?: QueryError | undefined;
  /** Names in the query that nothing bears, in sentences. */
  readonly unborne?: readonly string[] | undefined;
  /** At the right end, such as how much was found. */
  readonly note?: React.ReactNode;
};

const asTyped = (typed: string): string => typed;

export function QueryBox(props: QueryBoxProps) {
  const { label, placeholder, of, asking = asTyped, value, change, error, unborne = [], note } = props;
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const shade = useRef<HTMLDivElement>(null);
  const completion = useCompletion({ input, text, setText, of, asking });
  const enter = useTold({ value, change, text, setText, isHalf: completion.isHalf });
  const [errorId, listId] = [useId(), useId()];
  const isOpen = completion.suggestions.length > 0;
  // Whoever is still choosing is not told that the term is not whole.
  const wrong = isOpen ? undefined : error;
  useKeys([{ keys: ['/'], does: 'to the query', run: () => input.current?.select() }]);
  return (
    <search className={styles['search']}>
      <div className={styles['box']} data-wrong={wrong === undefined ? undefined : true}>
        <IconSearch size={16} stroke={1.8} aria-hidden />
        <div className={styles['field']}>
          <Shade text={text} place={placeIn(text, { value, wrong })} shade={shade} />
          <input
            ref={input}
            className={styles['input']}
            role="combobox"
            aria-label={label}
            {...ariaOf({ completion, listId, errorId: wrong && errorId })}
            placeholder={placeholder}
            value={text}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            onChange={(event) => {
              setText(event.currentTarget.value);
              completion.typed();
            }}
            onSelect={completion.moved}
            onBlur={completion.close}
            onScroll={(event) => shade.current?.scrollTo({ left: event.currentTarget.scrollLeft })}
            onKeyDown={(event) => press(event, { completion, enter })}
          />
        </div>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
        <KeyHint>/</KeyHint>
      </div>
      {isOpen && (
        <SuggestionList
          id={listId}
          suggestions={completion.suggestions}
          active={completion.active}
          isAtLeast={completion.isAtLeast}
          choose={completion.choose}
        />
      )}
      <Told wrong={wrong} errorId={errorId} unborne={isOpen ? [] : unborne} />
    </search>
  );
}

type ToldProps = {
  readonly wrong: QueryError | undefined;
  readonly errorId: string;
  readonly unborne: readonly string[];
};

/** What is wrong with the query, or else what it names that is not there. */
function Told({ wrong, errorId, unborne }: ToldProps) {
  return (
    <>
      {wrong !== undefined && (
        <p className={styles['error']} id={errorId} role="alert">
          {wrong.sentence}
        </p>
      )}
      <p className={styles['unborne']} aria-live="polite">
        {wrong === undefined ? unborne.join(' ') : ''}
      </p>
    </>
  );
}

type Aria = {
  readonly completion: Completion;
  readonly listId: string;
  /** Where there is an error. */
  readonly errorId: string | undefined;
};

/** What the field says of its list and its error to those who do not see them. */
function ariaOf({ completion: { suggestions, active }, listId, errorId }: Aria) {
  const isOpen = suggestions.length > 0;
  return {
    'aria-autocomplete': 'list',
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? listId : undefined,
    'aria-activedescendant': active === undefined ? undefined : optionId(listId, active),
    'aria-invalid': errorId !== undefined,
    'aria-describedby': errorId,
  } as const;
}

type Pressing = { readonly completion: Completion; readonly enter: () => void };

function press(event: KeyboardEvent<HTMLInputElement>, { completion, enter }: Pressing): void {
  // Enter and the arrows belong to whatever composes a character.
  if (event.nativeEvent.isComposing) return;
  if (completion.pressed(event)) {
    event.preventDefault();
    return;
  }
  if (event.key === 'Enter') {
    completion.close();
    enter();
  }
  if (event.key === 'Escape') event.currentTarget.blur();
}

type Wrong = { readonly value: string; readonly wrong: QueryError | undefined };

/** Where it is wrong, for as long as the text is what was asked. */
function placeIn(text: string, { value, wrong }: Wrong): QueryError['place'] {
  if (wrong?.place === undefined || text.trim() !== value.trim()) return undefined;
  const blanks = text.length - text.trimStart().length;
  return { from: wrong.place.from + blanks, to: wrong.place.to + blanks };
}

type ShadeProps = {
  readonly text: string;
  readonly place: QueryError['place'];
  readonly shade: RefObject<HTMLDivElement | null>;
};

/** The marks behind the text. */
function Shade({ text, place, shade }: ShadeProps) {
  return (
    <div className={styles['shade']} ref={shade} aria-hidden>
      {markWrong(markTerms(text), place).map(({ kind, text: piece, isWrong }, index) => (
        <span key={`${index} ${kind}`} className={styles[kind]} data-wrong={isWrong || undefined}>
          {piece}
        </span>
      ))}
    </div>
  );
}
