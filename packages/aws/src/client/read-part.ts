/** Reads a part of an item that one call does not give: several pages, or a text that has to be understood. */
import { isOperationError, type Unreadable } from '@security-monkey/sdk';

/** What was read, or why nothing was. */
export type PartReading<Value> = {
  readonly value: Value | undefined;
  readonly unreadable: readonly Unreadable[];
};

export type PartPlace = {
  /** JSON pointer of the part, or `@name` of the relation. */
  readonly path: string;
  /** Error codes by which the provider says that the item itself is gone. */
  readonly gone: readonly string[];
};

/** Rejects when the item is gone, when the run was cancelled, and with anything that is no failure of a call. */
export async function readPart<Value>(
  { path, gone }: PartPlace,
  load: () => Promise<Value>,
): Promise<PartReading<Value>> {
  try {
    return { value: await load(), unreadable: [] };
  } catch (error) {
    if (!isOperationError(error) || error.failure.class === 'canceled') throw error;
    if (gone.includes(error.failure.code ?? '')) throw error;
    return { value: undefined, unreadable: [{ path, ...error.failure }] };
  }
}
