/** Keys that act: single ones and `g` followed by another, never while somebody types. */
import { useEffect, useRef } from 'react';
import { preferences } from './preferences.ts';
import { createStore } from './store.ts';

export type KeyBinding = {
  /** As `event.key` in lower case for letters: `j`, `shift+j`, `g i`, `ctrl+k`, `escape`, `[`. */
  readonly keys: readonly string[];
  /** What it does, for the table of keys. */
  readonly does: string;
  /** Returns false to let the key be what it is. */
  readonly run: () => boolean | undefined | void;
};

type Registered = { readonly current: readonly KeyBinding[] };

/** The bindings in force; those that came last are asked first. */
export const boundKeys = createStore<readonly Registered[]>([]);

/** Binds keys while the component is there. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const ref = useRef(bindings);
  ref.current = bindings;
  useEffect(() => {
    boundKeys.set([...boundKeys.get(), ref]);
    return () => boundKeys.set(boundKeys.get().filter((one) => one !== ref));
  }, []);
}

const typing = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
/** So long `g` waits for what follows. */
const patience = 1_200;

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key.toLowerCase().replace('arrow', '');
  const named = key === ' ' ? 'space' : key;
  const modified = event.ctrlKey || event.metaKey ? `ctrl+${named}` : named;
  return event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key))
    ? `shift+${modified}`
    : modified;
}

const isModified = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey;

/** Listens on the document; call once. */
export function listenToKeys(): () => void {
  let prefix: { readonly key: string; readonly at: number } | undefined;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const { target } = event;
    const isTyping = target instanceof Element && target.closest(typing) !== null;
    if (isTyping && !isModified(event) && event.key !== 'Escape') return;
    if (!preferences().keys && !isModified(event) && event.key.length === 1) return;
    const name = nameOf(event);
    const isFresh = prefix !== undefined && event.timeStamp - prefix.at < patience;
    const asked = isFresh && prefix !== undefined ? [`${prefix.key} ${name}`, name] : [name];
    prefix = name === 'g' ? { key: name, at: event.timeStamp } : undefined;
    if (act(asked)) event.preventDefault();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}

function act(asked: readonly string[]): boolean {
  const bindings = boundKeys
    .get()
    .toReversed()
    .flatMap(({ current }) => current);
  for (const name of asked) {
    for (const { keys, run } of bindings) if (keys.includes(name) && run() !== false) return true;
  }
  return false;
}
