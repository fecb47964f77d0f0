/** Short confirmations of what the person just did, with a way back where there is one. */
import { createStore } from './store.ts';

export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly undo?: { readonly label: string; readonly run: () => void };
};

const shown = 6_000;
let last = 0;

export const toasts = createStore<readonly Toast[]>([]);

export function dismiss(id: number): void {
  toasts.set(toasts.get().filter((toast) => toast.id !== id));
}

export function confirm(toast: Omit<Toast, 'id'>): void {
  last += 1;
  const id = last;
  toasts.set([...toasts.get().slice(-2), { ...toast, id }]);
  setTimeout(() => dismiss(id), shown);
}
