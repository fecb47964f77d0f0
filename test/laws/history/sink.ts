/** A sink that drops keys it knows, behind an alerter that fails in every way a sink may fail. */
import { type AlertEvent, defineAlerter, definePlugin, eventKinds, type Plugin } from '@security-monkey/sdk';
import { z } from 'zod';
import type { SinkMode } from './plan.ts';

export type Sink = {
  mode: SinkMode;
  /** What it says when it refuses. */
  failure: string;
  /** Ends the process that sends, as far as the engine can tell. */
  die: () => void;
  /** By key, the content as text: each event once, however often it was sent. */
  readonly taken: Map<string, string>;
  /** Keys that came again with another content. */
  readonly contradicted: string[];
};

export function createSink(): Sink {
  return {
    mode: 'takes',
    failure: 'The sink refuses.',
    die: () => undefined,
    taken: new Map(),
    contradicted: [],
  };
}

export const sinkId = 'law.sink';

export function sinkPlugin(sink: Sink): Plugin {
  const alerter = defineAlerter({
    id: sinkId,
    title: 'A sink of the laws',
    options: z.strictObject({}),
    on: [...eventKinds],
    send: async ({ events }) => {
      const { mode } = sink;
      if (mode === 'refuses') throw new Error(sink.failure);
      if (mode === 'dies first') sink.die();
      if (mode === 'hangs' || mode === 'dies first') await forever();
      take(sink, mode === 'takes half, then fails' ? events.slice(0, Math.ceil(events.length / 2)) : events);
      if (mode === 'takes') return;
      if (mode === 'dies') {
        sink.die();
        await forever();
      }
      throw new Error('The answer of the sink was lost.');
    },
  });
  return definePlugin({ name: 'law-sink', accountTypes: [], watchers: [], checks: [], alerters: [alerter] });
}

function take(sink: Sink, events: readonly AlertEvent[]): void {
  for (const event of events) {
    const content = JSON.stringify([event.kind, event.at, event.payload]);
    const known = sink.taken.get(event.key);
    if (known !== undefined && known !== content) sink.contradicted.push(event.key);
    sink.taken.set(event.key, content);
  }
}

function forever(): Promise<never> {
  return new Promise(() => undefined);
}
