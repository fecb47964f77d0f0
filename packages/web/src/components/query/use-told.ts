/** Tells the page what is typed, and takes what the page says: the address follows after a pause, without a step for the back button. */
import { useEffect, useRef } from 'react';

type Told = {
  /** What the address says. */
  readonly value: string;
  readonly change: (query: string, how: 'typed' | 'entered') => void;
  readonly text: string;
  readonly setText: (text: string) => void;
  /** A value that is still being chosen asks nothing yet. */
  readonly isHalf: boolean;
};

const pause = 250;

/** Gives what Enter does. */
export function useTold({ value, change, text, setText, isHalf }: Told): () => void {
  const latest = useRef(change);
  latest.current = change;
  const told = useRef(value.trim());
  useEffect(() => {
    // What comes back from here has been typed on meanwhile.
    if (value.trim() === told.current) return;
    told.current = value.trim();
    setText(value);
  }, [value, setText]);
  useEffect(() => {
    if (isHalf || text.trim() === value.trim()) return;
    const timer = setTimeout(() => {
      told.current = text.trim();
      latest.current(told.current, 'typed');
    }, pause);
    return () => clearTimeout(timer);
  }, [text, value, isHalf]);
  return () => {
    told.current = text.trim();
    change(told.current, 'entered');
  };
}
