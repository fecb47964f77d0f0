/** The list of completions of a box: when it is open, which of it is active, and what the keys do. */
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { completed, withoutTerm } from './completed.ts';
import { type Suggestion, suggestionsFor } from './suggestions.ts';
import { termAtCaret } from './term-at-caret.ts';
import { useKnown } from './use-known.ts';

type CompletionInput = {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly of: 'items' | 'issues';
  /** What is asked of the API for what is typed. */
  readonly asking: (typed: string) => string;
};

export type Completion = {
  readonly suggestions: readonly Suggestion[];
  /** Not all that is found was counted. */
  readonly isAtLeast: boolean;
  /** The value of the term at the caret is still being chosen. */
  readonly isHalf: boolean;
  readonly active: number | undefined;
  /** Somebody typed. */
  readonly typed: () => void;
  /** The caret may have moved. */
  readonly moved: () => void;
  readonly close: () => void;
  readonly choose: (suggestion: Suggestion) => void;
  /** Whether the key did something. */
  readonly pressed: (event: KeyboardEvent) => boolean;
};

/** Where the caret was when completions were asked for. */
type Asked = { readonly caret: number; readonly active: string | undefined };

const none: readonly Suggestion[] = [];

export function useCompletion({ input, text, setText, of, asking }: CompletionInput): Completion {
  const { asked, setAsked, at, known, suggestions } = useSuggestions(text, { of, asking });
  const put = usePut(input, setText);
  const found = suggestions.findIndex((suggestion) => suggestion.text === asked?.active);
  const active = found === -1 ? undefined : found;
  const close = (): void => setAsked(undefined);
  const ask = (): void => setAsked(askedAt(input.current));
  const choose = (suggestion: Suggestion): void => {
    const { query, caret } = completed(text, suggestion);
    put(query, caret);
    setAsked(suggestion.kind === 'key' ? { caret, active: undefined } : undefined);
  };
  const move = (step: 1 | -1): boolean => {
    if (suggestions.length === 0) return open();
    const from = active ?? (step === 1 ? -1 : suggestions.length);
    const next = suggestions[(from + step + suggestions.length) % suggestions.length];
    setAsked((now) => now && { ...now, active: next?.text });
    return true;
  };
  const open = (): boolean => {
    const here = askedAt(input.current);
    const term = here && termAtCaret(text, here.caret);
    if (here === undefined || term === undefined) return false;
    setAsked({ ...here, active: suggestionsFor(term, known)[0]?.text });
    return true;
  };
  const complete = (index: number | undefined): boolean => {
    const suggestion = index === undefined ? undefined : suggestions[index];
    if (suggestion !== undefined) choose(suggestion);
    return suggestion !== undefined;
  };
  const acts: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => suggestions.length > 0 && move(-1),
    // Where nothing of a term is typed, Tab goes on to what is next.
    Tab: () => complete(active ?? (at?.isInKey === true && at.typed === '' ? undefined : 0)),
    Enter: () => complete(active),
    Escape: () => {
      close();
      return suggestions.length > 0;
    },
  };
  return {
    suggestions,
    isAtLeast: known.counts?.atLeast === true,
    isHalf: at?.head !== undefined && isAnother(suggestions[0], text),
    active,
    typed: () => (input.current?.value.trim() === '' ? close() : ask()),
    moved: () => {
      if (asked !== undefined && askedAt(input.current)?.caret !== asked.caret) close();
    },
    close,
    choose,
    pressed: (event) => {
      const isPlain = !(event.shiftKey || event.altKey || event.ctrlKey || event.metaKey);
      return isPlain && acts[event.key]?.() === true;
    },
  };
}

/** What is suggested where the caret was when somebody asked. */
function useSuggestions(text: string, { of, asking }: Pick<CompletionInput, 'of' | 'asking'>) {
  const [asked, setAsked] = useState<Asked>();
  const at = asked && termAtCaret(text, asked.caret);
  const rest = at === undefined || at.isInKey ? undefined : asking(withoutTerm(text, at.place));
  const known = useKnown(of, rest);
  const suggestions = at === undefined ? none : suggestionsFor(at, known);
  return { asked, setAsked, at, known, suggestions };
}

/** Whether the suggestion is not what stands there already. */
function isAnother(suggestion: Suggestion | undefined, text: string): boolean {
  return (
    suggestion !== undefined && text.slice(suggestion.place.from, suggestion.place.to) !== suggestion.text
  );
}

/** Nowhere while something is selected. */
function askedAt(input: HTMLInputElement | null): Asked | undefined {
  if (input === null || input.selectionStart === null) return undefined;
  if (input.selectionStart !== input.selectionEnd) return undefined;
  return { caret: input.selectionStart, active: undefined };
}

/** Changes the text and then puts the caret where it belongs. */
function usePut(
  input: RefObject<HTMLInputElement | null>,
  setText: (text: string) => void,
): (text: string, caret: number) => void {
  const wanted = useRef<number>(undefined);
  useLayoutEffect(() => {
    const { current: caret } = wanted;
    const { current: field } = input;
    if (caret === undefined || field === null) return;
    wanted.current = undefined;
    field.setSelectionRange(caret, caret);
    // Browsers do not bring a caret into view that is put there.
    if (caret === field.value.length) field.scrollLeft = field.scrollWidth;
  });
  return (text, caret) => {
    wanted.current = caret;
    setText(text);
  };
}
