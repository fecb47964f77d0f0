/** The protocols and ports that a question about rules asks for. */
import type { JsonObject } from '../../json/value.ts';
import { type PortQuestion, somePort } from '../network/open-ports.ts';
import { everyPort, parsePort } from '../network/port-range.ts';
import type { Protocol } from '../network/protocol.ts';

type Asked = Pick<PortQuestion, 'protocols' | 'ports'>;

export type PortQuestionReading = {
  /** Undefined when nothing of the protocols, or nothing of the ports, can be read: then there is no question. */
  readonly asked: Asked | undefined;
  readonly unread: readonly string[];
};

export type ProtocolNames = {
  readonly parse: (written: unknown) => Protocol | undefined;
  /** Those that are meant where ports are asked about and no protocol is named. */
  readonly withPorts: PortQuestion['protocols'];
};

/**
 * Reads `protocol`, `protocols`, `ports` and `allPorts`. No protocol asks for any, no port for any at all; what cannot be
 * read asks for nothing.
 */
export function readPortQuestion(
  input: JsonObject,
  { parse, withPorts }: ProtocolNames,
): PortQuestionReading {
  const named = [...asList(input['protocol']), ...asList(input['protocols'])];
  const protocols = readAll(named, parse, 'is no protocol');
  const ports = readPorts(input);
  const unread = [...protocols.unread, ...ports.unread];
  if (ports.asked === undefined || (named.length > 0 && protocols.read.length === 0))
    return { asked: undefined, unread };
  const unnamed = ports.asked === somePort ? 'any' : withPorts;
  return { asked: { protocols: named.length === 0 ? unnamed : protocols.read, ports: ports.asked }, unread };
}

function readPorts({ ports, allPorts }: JsonObject): {
  readonly asked: PortQuestion['ports'] | undefined;
  readonly unread: readonly string[];
} {
  if (allPorts === true) return { asked: { every: everyPort }, unread: [] };
  const list = asList(ports);
  if (list.length === 0) return { asked: somePort, unread: [] };
  const { read, unread } = readAll(list, parsePort, 'is no port');
  const some = read.map((port) => ({ first: port, last: port }));
  return { asked: some.length === 0 ? undefined : { some }, unread };
}

function readAll<Value>(
  list: readonly unknown[],
  parse: (element: unknown) => Value | undefined,
  problem: string,
): { readonly read: readonly Value[]; readonly unread: readonly string[] } {
  const parsed = list.map((element) => ({ element, value: parse(element) }));
  return {
    read: parsed.flatMap(({ value }) => value ?? []),
    unread: parsed
      .filter(({ value }) => value === undefined)
      .map(({ element }) => `${JSON.stringify(element)} ${problem}`),
  };
}

/** One is as good as a list of one. */
function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
