/** What an expression in CEL comes to, as far as it is known what its names stand for. */
import { call } from './call.ts';
import { compute } from './compute.ts';
import type { Node } from './node.ts';
import { bool, unknown, type Value } from './value.ts';

/** The value of a name such as `request.time`; unknown for what is not known. */
export type Names = (path: string) => Value;

/** Never throws. What cannot be worked out is unknown, and so is all that hangs on it. */
export function evaluate(node: Node, names: Names): Value {
  const valueOf = (inner: Node): Value => evaluate(inner, names);
  switch (node.kind) {
    case 'literal':
      return literal(node.value);
    case 'opaque':
      return unknown;
    case 'path':
      return names(node.path);
    case 'list':
      return { kind: 'list', items: node.items.map(valueOf) };
    case 'not':
      return negated(valueOf(node.of));
    case 'negative':
      return compute('-', { kind: 'number', value: 0 }, valueOf(node.of));
    case 'all':
      return joined(node.of.map(valueOf), false);
    case 'any':
      return joined(node.of.map(valueOf), true);
    case 'choice':
      return chosen(valueOf(node.test), valueOf(node.yes), valueOf(node.no));
    case 'binary':
      return compute(node.operator, valueOf(node.left), valueOf(node.right));
    case 'call':
      return call(node.name, node.on && valueOf(node.on), node.args.map(valueOf));
  }
}

function literal(value: string | number | boolean): Value {
  if (typeof value === 'boolean') return bool(value);
  return typeof value === 'string' ? { kind: 'text', value } : { kind: 'number', value };
}

function negated(value: Value): Value {
  return value.kind === 'bool' ? bool(!value.value) : unknown;
}

/** One `false` decides an `&&` and one `true` an `||`, whatever the others are. */
function joined(values: readonly Value[], decisive: boolean): Value {
  if (values.some((value) => value.kind === 'bool' && value.value === decisive)) return bool(decisive);
  return values.every((value) => value.kind === 'bool') ? bool(!decisive) : unknown;
}

function chosen(test: Value, yes: Value, no: Value): Value {
  if (test.kind !== 'bool') return unknown;
  return test.value ? yes : no;
}
