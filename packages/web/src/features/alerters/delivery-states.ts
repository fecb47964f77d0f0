/** The states of deliveries in words. */
import type { DeliveryState } from './alerter-queries.ts';

const words: Readonly<Record<DeliveryState, string>> = {
  pending: 'Waits',
  delivered: 'Delivered',
  dead: 'Given up',
};

export function stateWords(state: DeliveryState): string {
  return words[state];
}

/** Undefined for what is none. */
export function deliveryStateOf(text: string | undefined): DeliveryState | undefined {
  return (['pending', 'delivered', 'dead'] as const).find((state) => state === text);
}
