/** `deliveries`: what was sent, what waits and what was given up. */
import type { JsonObject } from '@security-monkey/sdk';
import type { DeliveryState } from '../../store/schema.ts';
import { systemViewer } from '../../store/viewer.ts';
import { type DeliveryRow, listDeliveries } from '../../store/views/list-deliveries.ts';
import { everyRow, longestPage } from '../../store/views/page.ts';
import { defineCommand } from '../command.ts';
import type { TableColumn } from '../output/table.ts';
import { isoOrNull, showDistance, showTime } from '../output/time.ts';
import { atMost, limitOption, pageFor, parseLimit } from '../resolve/parse-limit.ts';

const states = ['pending', 'delivered', 'dead'] as const satisfies readonly DeliveryState[];

export const deliveries = defineCommand({
  name: 'deliveries',
  description:
    'Lists what was sent to people and to other alerters, the newest first: what waits with the time of its next attempt, what was taken, and what was given up, with the last failure of each. What was given up is tried again by `delivery retry`.',
  needs: 'runtime',
  arguments: {},
  options: {
    state: {
      value: 'STATE',
      description: 'only those that wait, were delivered or were given up (repeatable)',
      repeat: true,
      choices: states,
    },
    limit: limitOption,
  },
  examples: ['deliveries', 'deliveries --state pending --state dead', 'deliveries --json'],
  run: async ({ runtime: { db, clock }, output }, { options }) => {
    const limit = parseLimit(options.limit, output);
    const chosen = states.filter((state) => options.state.includes(state));
    const search = {
      states: chosen.length === 0 ? undefined : chosen,
      limit: output.json ? longestPage : pageFor(limit),
    };
    const found = everyRow((after) => listDeliveries(db, systemViewer, { ...search, after }));
    const seen = { more: false };
    const columns = tableAt(clock.now());
    const count = await output.rows(atMost(found, limit, seen), { columns, object: deliveryObject });
    await output.text(seen.more ? `The first ${count}; --limit shows more, --json all.` : `${count} in all.`);
    return 0;
  },
});

function tableAt(now: Date): readonly TableColumn<DeliveryRow>[] {
  return [
    { title: 'at', value: ({ at }) => showTime(at) },
    { title: 'by', value: ({ alerter }) => alerter },
    { title: 'to', value: ({ to }) => to ?? '–', shrink: true },
    { title: 'what', value: ({ what }) => what ?? 'not made up yet', shrink: true },
    { title: 'state', value: ({ state }) => (state === 'dead' ? 'given up' : state) },
    { title: 'tries', value: ({ attempts }) => attempts, align: 'right' },
    { title: 'next', value: ({ nextAttempt }) => showDistance(nextAttempt, now) },
    { title: 'last failure', value: ({ failure }) => failure ?? '–', shrink: true },
    { title: 'id', value: ({ id }) => id },
  ];
}

function deliveryObject({ at, nextAttempt, deliveredAt, ...row }: DeliveryRow): JsonObject {
  return {
    ...row,
    at: at.toISOString(),
    nextAttempt: isoOrNull(nextAttempt),
    deliveredAt: isoOrNull(deliveredAt),
  };
}
