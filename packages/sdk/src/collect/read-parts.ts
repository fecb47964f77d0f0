/** Reads the parts of a resource that calls of their own give, and says of each that failed why. */
import type { WatchContext } from '../define/watcher.ts';
import { type Failure, type FailureClass, isOperationError, type OperationError } from '../failure.ts';
import { escapeSegment } from '../json/pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/value.ts';
import type { Unreadable } from '../observation.ts';

/** One call and what it adds to the config. */
export type Part = {
  /** `service:Operation`. */
  readonly operation: string;
  readonly input: JsonObject;
  /** Error codes that mean "not configured": the part is null. Never those of a denial or of trouble on the way. */
  readonly absent?: readonly string[];
  /** What of the output becomes the part; all of it but the library's `$metadata` unless given. Undefined is null; an OperationError makes the part unreadable. */
  readonly take?: (output: JsonObject) => JsonValue | undefined;
  readonly region?: string;
};

/** What reading needs. With `gone` (the watcher's), exactly its codes mean that the resource has vanished; otherwise every `not_found` does. */
export type PartsContext = Pick<WatchContext, 'send'> & { readonly gone?: readonly string[] };

type Reading =
  | { readonly kind: 'read'; readonly value: JsonValue }
  | { readonly kind: 'unreadable'; readonly why: Unreadable };

/**
 * The listed item with its parts: each part is a config key. All calls are made at once; the engine bounds them.
 * A part whose call failed is left out and named in `unreadable`. Rejects when the resource has vanished meanwhile, when
 * the run was cancelled, and with anything that is no OperationError.
 */
export async function readParts(
  context: PartsContext,
  listed: JsonObject,
  parts: Readonly<Record<string, Part>>,
): Promise<{ readonly config: JsonObject; readonly unreadable: readonly Unreadable[] }> {
  const keys = Object.keys(parts);
  const outcomes = await Promise.allSettled(
    Object.entries(parts).map(([key, part]) => readPart(context, key, part)),
  );
  const rejections = outcomes.flatMap((outcome): readonly unknown[] =>
    outcome.status === 'rejected' ? [outcome.reason] : [],
  );
  // That the resource is gone explains whatever else went wrong.
  if (rejections.length > 0) throw rejections.find(isOperationError) ?? rejections[0];
  const readings = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const read = readings.flatMap((reading, index): readonly (readonly [string, JsonValue])[] =>
    reading.kind === 'read' ? [[keys[index] ?? '', reading.value]] : [],
  );
  return {
    config: { ...listed, ...Object.fromEntries(read) },
    unreadable: readings.flatMap((reading) => (reading.kind === 'unreadable' ? [reading.why] : [])),
  };
}

async function readPart(context: PartsContext, key: string, part: Part): Promise<Reading> {
  const options = part.region === undefined ? undefined : { region: part.region };
  try {
    const output = await context.send(part.operation, part.input, options);
    return { kind: 'read', value: taken(part, output) };
  } catch (error) {
    if (!isOperationError(error) || isFinal(error, context.gone, part.absent)) throw error;
    const { failure } = error;
    if (isAbsence(failure, part.absent)) return { kind: 'read', value: null };
    return { kind: 'unreadable', why: { path: `/${escapeSegment(key)}`, ...failure } };
  }
}

/** What the provider says of the resource itself; all other classes say that it was not looked at. */
const answeringClasses: ReadonlySet<FailureClass> = new Set(['not_found', 'rejected']);

function isAbsence({ class: failureClass, code }: Failure, absent: readonly string[] = []): boolean {
  return code !== undefined && absent.includes(code) && answeringClasses.has(failureClass);
}

/** Whether the failure is one of the whole resource or run, not of this part. */
function isFinal(
  { failure }: OperationError,
  gone: readonly string[] | undefined,
  absent: readonly string[] | undefined,
): boolean {
  if (failure.class === 'canceled') return true;
  if (isAbsence(failure, absent)) return false;
  if (gone === undefined) return failure.class === 'not_found';
  return failure.code !== undefined && gone.includes(failure.code);
}

function taken(part: Part, output: unknown): JsonValue {
  if (!isJsonObject(output))
    throw new TypeError(`${part.operation} answered with something that is no object`);
  if (part.take !== undefined) return part.take(output) ?? null;
  const { $metadata: _, ...rest } = output;
  return rest;
}
