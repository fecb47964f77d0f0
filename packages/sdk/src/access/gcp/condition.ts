/** IAM conditions: whether one holds at a given time, as far as that can be known from outside of the request. */
import { evaluate } from './cel/evaluate.ts';
import { parseExpression } from './cel/parse.ts';
import { unknown, type Value } from './cel/value.ts';

/** What is known of the request. */
export type Circumstances = {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The resource as conditions see it. What is missing is not known. */
  readonly resource?: { readonly name?: string; readonly type?: string; readonly service?: string };
};

/** `unknown` hangs on what only the request tells, or could not be read. */
export type Truth = 'true' | 'false' | 'unknown';

/**
 * Whether the condition holds. A grant whose condition is certainly false at that time grants nothing; one whose condition
 * is unknown is a grant, and conditional.
 * Source: https://cloud.google.com/iam/docs/conditions-attribute-reference
 */
export function holds(expression: string, circumstances: Circumstances): Truth {
  const node = parseExpression(expression);
  if (node === undefined) return 'unknown';
  const value = evaluate(node, (path) => nameIn(circumstances, path));
  if (value.kind !== 'bool') return 'unknown';
  return value.value ? 'true' : 'false';
}

function nameIn({ now, resource }: Circumstances, path: string): Value {
  if (path === 'request.time') return { kind: 'time', value: now };
  const text = attributes.get(path)?.(resource ?? {});
  return text === undefined ? unknown : { kind: 'text', value: text };
}

type Attribute = (resource: NonNullable<Circumstances['resource']>) => string | undefined;

const attributes: ReadonlyMap<string, Attribute> = new Map<string, Attribute>([
  ['resource.name', ({ name }) => name],
  ['resource.type', ({ type }) => type],
  ['resource.service', ({ service }) => service],
]);
