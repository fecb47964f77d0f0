/** What calls a function by an event source mapping: a resource of its own, so a relation of the function. */
import type { JsonObject, Relation, Send } from '@security-monkey/sdk';
import { z } from 'zod';
import { markerPages, readAll } from '../client/read-pages.ts';
import { calls } from './calls.ts';

/** The relation's name: one item for each mapping. */
export const eventSources = 'event-sources';

const page = z.looseObject({
  EventSourceMappings: z
    .array(z.looseObject({ UUID: z.string(), FunctionArn: z.string().optional() }))
    .optional(),
});

/** Fields that tell of the mapping's work rather than of what it is set to. */
const unsettled: ReadonlySet<string> = new Set([
  'UUID',
  'LastModified',
  'LastProcessingResult',
  'StateTransitionReason',
]);

/** All mappings of a region, by the ARN of their function without a version or alias. */
export async function readEventSources(send: Send): Promise<ReadonlyMap<string, readonly Relation[]>> {
  const all = await readAll(send, {
    ...markerPages(calls.eventSources, {}, page),
    elementsOf: ({ EventSourceMappings = [] }) => EventSourceMappings,
  });
  const byFunction = new Map<string, Relation[]>();
  for (const mapping of all) {
    const { UUID, FunctionArn = '' } = mapping;
    const settled = Object.entries(mapping).filter(([name]) => !unsettled.has(name));
    // What a loose schema has parsed is the JSON it was given.
    const value = Object.fromEntries(settled) as JsonObject;
    const relation = { name: eventSources, technology: 'aws.lambda-event-source-mapping', key: UUID, value };
    const arn = FunctionArn.split(':').slice(0, 7).join(':');
    byFunction.set(arn, [...(byFunction.get(arn) ?? []), relation]);
  }
  return byFunction;
}
