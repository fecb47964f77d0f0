/** Puts the histories of a resource and of its policy together: a state begins wherever one of both does. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Span } from './history.ts';

/** `unknown`: the history tells nothing of the moment. */
export type Known<Value> = Value | 'unknown';

export type Moment = {
  readonly from: Date;
  /** Null: it did not exist. */
  readonly resource: Known<JsonObject | null>;
  /** Null: it had none. */
  readonly policy: Known<JsonObject | null>;
};

/** By time. Before the resource is first known there is nothing to tell. */
export function momentsOf(resource: readonly Span[], policy: readonly Span[]): readonly Moment[] {
  const resources = untilNow(byTime(resource));
  const policies = byTime(policy);
  const [first] = resources;
  if (first === undefined) return [];
  const times = [...resources, ...policies]
    .flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]))
    .map((time) => time.getTime())
    .filter((time) => time >= first.from.getTime());
  return [...new Set(times)]
    .toSorted((left, right) => left - right)
    .map((time) => ({ from: new Date(time), resource: at(resources, time), policy: at(policies, time) }));
}

function byTime(spans: readonly Span[]): readonly Span[] {
  return spans.toSorted((left, right) => left.from.getTime() - right.from.getTime());
}

/** Of a resource Google tells both that it is there and that it was deleted, so that the last of both holds on. */
function untilNow(spans: readonly Span[]): readonly Span[] {
  return spans.map((span, index) => (index === spans.length - 1 ? { ...span, to: undefined } : span));
}

/** Of two that begin at one time the later counts. */
function at(spans: readonly Span[], time: number): Known<JsonObject | null> {
  const span = spans.findLast(({ from }) => from.getTime() <= time);
  if (span === undefined || (span.to !== undefined && span.to.getTime() <= time)) return 'unknown';
  return span.isDeleted ? null : (span.body ?? 'unknown');
}
