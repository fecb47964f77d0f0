/** What is typed into the form of a subscription, as what is asked for. Pure. */
import type { SubscriptionDraft } from './alerter-queries.ts';

export type Typed = {
  readonly alerter: string;
  readonly address: string;
  /** Names or patterns; none for all. */
  readonly accounts: readonly string[];
  readonly technologies: readonly string[];
  /** None for all. */
  readonly events: readonly string[];
  readonly minScore: string;
  readonly isDaily: boolean;
  readonly dailyAt: string;
  readonly timeZone: string;
};

export function emptyDraft(alerter: string, timeZone: string): Typed {
  return {
    alerter,
    address: '',
    accounts: [],
    technologies: [],
    events: [],
    minScore: '0',
    isDaily: false,
    dailyAt: '08:00',
    timeZone,
  };
}

export function draftOf(typed: Typed): SubscriptionDraft {
  const { alerter, address, accounts, technologies, events, minScore, isDaily, dailyAt, timeZone } = typed;
  return {
    alerter,
    ...(address.trim() !== '' && { address: address.trim() }),
    accounts: accounts.length === 0 ? 'all' : [...accounts],
    technologies: technologies.length === 0 ? 'all' : [...technologies],
    ...(events.length > 0 && { events }),
    minScore: Number(minScore),
    dailyAt: isDaily ? dailyAt : null,
    timeZone,
  };
}

/** Every zone that the browser knows, and the one that is chosen. */
export function timeZones(chosen: string): readonly string[] {
  return [...new Set(['UTC', chosen, ...Intl.supportedValuesOf('timeZone')])].toSorted();
}
