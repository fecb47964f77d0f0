/** Reads parts of a resource that take several calls each, and says of each that failed why. */
import {
  type Description,
  isOperationError,
  type JsonObject,
  type JsonValue,
  type Unreadable,
} from '@security-monkey/sdk';

export type Loads = Readonly<Record<string, () => Promise<JsonValue>>>;

/**
 * The described resource with what each load gives under its key; one that failed is left out and named. That something of a part is
 * not there does not mean that the resource is gone. Rejects when the run was cancelled, and with anything that is no OperationError.
 */
export async function readLoads(description: Description, loads: Loads): Promise<Description> {
  const readings = await Promise.all(
    Object.entries(loads).map(async ([key, load]) => ({ key, ...(await settled(key, load)) })),
  );
  const read: JsonObject = Object.fromEntries(
    readings.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]])),
  );
  const failed = readings.flatMap(({ why }) => why ?? []);
  return {
    ...description,
    config: { ...description.config, ...read },
    unreadable: [...(description.unreadable ?? []), ...failed],
  };
}

type Settled = { readonly value?: JsonValue; readonly why?: Unreadable };

async function settled(key: string, load: () => Promise<JsonValue>): Promise<Settled> {
  try {
    return { value: await load() };
  } catch (error) {
    if (!isOperationError(error) || error.failure.class === 'canceled') throw error;
    return { why: { path: `/${key}`, ...error.failure } };
  }
}
