/** What a page tells its frame: the way to it, for the header and the title of the window. */
import { useLayoutEffect } from 'react';
import { createStore } from './store.ts';

export type Crumb = {
  readonly label: string;
  readonly to?: string;
  readonly search?: Readonly<Record<string, string>>;
};

export const frame = createStore<readonly Crumb[]>([]);

/** The last crumb is the page itself. */
export function useFrame(crumbs: readonly Crumb[]): void {
  const key = JSON.stringify(crumbs);
  useLayoutEffect(() => {
    const way: readonly Crumb[] = JSON.parse(key);
    frame.set(way);
    document.title = [...way.map(({ label }) => label).toReversed(), 'Security Monkey'].join(' · ');
  }, [key]);
}
