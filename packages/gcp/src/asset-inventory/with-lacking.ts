/** Reads what the asset inventory lacks of a resource from the resource's own API. */
import {
  type Description,
  isOperationError,
  type JsonObject,
  parseAnswer,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { gone } from '../client/gone.ts';
import { normalBody } from '../client/normal-body.ts';
import type { InventorySource } from './source.ts';

export type Lacking = {
  readonly source: InventorySource;
  /** The call whose answer is the whole resource. */
  readonly operation: string;
  readonly input: JsonObject;
};

/** The listed resource with those members; where they cannot be read each of them is unreadable. Rejects when the resource has gone. */
export async function withLacking(
  { send }: Pick<WatchContext, 'send'>,
  listed: JsonObject,
  { source: { form, lacks }, operation, input }: Lacking,
): Promise<Description> {
  try {
    const answer = parseAnswer(operation, z.record(z.string(), z.json()), await send(operation, input));
    const whole = normalBody(form, answer);
    const lacking = Object.entries(whole).filter(([name]) => lacks.includes(name));
    return { config: { ...listed, ...Object.fromEntries(lacking) } };
  } catch (error) {
    if (!isOperationError(error) || error.failure.class === 'canceled') throw error;
    if (gone.includes(error.failure.code ?? '')) throw error;
    return { config: listed, unreadable: lacks.map((name) => ({ path: `/${name}`, ...error.failure })) };
  }
}
