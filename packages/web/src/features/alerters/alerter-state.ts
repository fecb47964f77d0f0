/** How each alerter does, from what waits and what was given up. Pure. */
import type { Alerter, Delivery } from './alerter-queries.ts';

export type AlerterState = {
  readonly id: string;
  readonly title: string;
  readonly configured: boolean;
  /** How much waits. */
  readonly waiting: number;
  /** What waits was not taken; undefined while nothing was refused. */
  readonly failing: { readonly failure: string; readonly nextAttempt: string | null } | undefined;
};

/** Those to which people subscribe, and those that take events for machines as soon as one of them fails. */
export function alerterStates(
  alerters: readonly Alerter[],
  unsettled: readonly Delivery[],
): readonly AlerterState[] {
  const pending = unsettled.filter(({ state }) => state === 'pending');
  const known = alerters.map(({ id, title, configured }) => stateOf({ id, title, configured }, pending));
  const others = new Set(pending.map(({ alerter }) => alerter));
  for (const { id } of alerters) others.delete(id);
  const machines = [...others].toSorted().map((id) => stateOf({ id, title: id, configured: true }, pending));
  return [...known, ...machines.filter(({ failing }) => failing !== undefined)];
}

function stateOf(
  alerter: Pick<AlerterState, 'id' | 'title' | 'configured'>,
  pending: readonly Delivery[],
): AlerterState {
  const waiting = pending.filter((delivery) => delivery.alerter === alerter.id);
  const refused = waiting.filter(({ attempts, failure }) => attempts > 0 && failure !== null);
  const next = refused.flatMap(({ nextAttempt }) => nextAttempt ?? []).toSorted()[0];
  // The newest has what the sink said last.
  const failure = refused.toSorted((one, other) => other.at.localeCompare(one.at))[0]?.failure;
  return {
    ...alerter,
    waiting: waiting.length,
    failing: typeof failure === 'string' ? { failure, nextAttempt: next ?? null } : undefined,
  };
}

/** Whether trying it again may help: what tells of nothing any more is not sent again. */
export function mayRetry({ kind, state, subscription }: Delivery): boolean {
  return kind === 'message' && state === 'dead' && subscription !== null;
}
