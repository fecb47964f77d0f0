/** `sg`: whether rules of a security group open ports to the internet. */
import type { JsonObject } from '../../json/value.ts';
import { families, wholeInternet } from '../network/internet.ts';
import { opens, type PortQuestion, somePort } from '../network/open-ports.ts';
import { readPermissions } from '../network/permission.ts';
import { everyPort, parsePort } from '../network/port-range.ts';
import { type Protocol, parseProtocol } from '../network/protocol.ts';
import { securityFilters } from '../network/security-group.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';

export const sg: Judge = (input) => {
  const { direction, permissions } = input;
  if (direction !== 'ingress' && direction !== 'egress')
    return problems(['direction is neither ingress nor egress']);
  if (!Array.isArray(permissions)) return problems(['permissions is no list']);
  const { protocols, ports } = readQuestion(input);
  const unasked = [...protocols.unread, ...ports.unread];
  if (protocols.asked === undefined || ports.asked === undefined) return problems(unasked);
  const { rules, unread } = readPermissions(permissions, '/permissions');
  const question = { protocols: protocols.asked, ports: ports.asked, from: families.map(wholeInternet) };
  const { isOpen, by } = opens(securityFilters(rules), question);
  return { internet: isOpen, by, ...problems([...unread, ...unasked]) };
};

/** What is asked; `asked` is undefined when nothing of the question can be read. */
type Asked<Value> = { readonly asked: Value | undefined; readonly unread: readonly string[] };

function readQuestion(input: JsonObject): {
  readonly protocols: Asked<PortQuestion['protocols']>;
  readonly ports: Asked<PortQuestion['ports']>;
} {
  const ports = readPorts(input);
  const isAboutPorts = ports.asked !== somePort;
  return { ports, protocols: readProtocols(input, isAboutPorts ? 'with-ports' : 'any') };
}

function readPorts({ ports, allPorts }: JsonObject): Asked<PortQuestion['ports']> {
  if (allPorts === true) return { asked: { every: everyPort }, unread: [] };
  const list = asList(ports);
  if (list.length === 0) return { asked: somePort, unread: [] };
  const read = readAll(list, parsePort, 'is no port');
  const some = read.asked?.map((port) => ({ first: port, last: port }));
  return { asked: some && { some }, unread: read.unread };
}

function readProtocols(
  { protocol, protocols }: JsonObject,
  unnamed: 'any' | 'with-ports',
): Asked<PortQuestion['protocols']> {
  const list = [...asList(protocol), ...asList(protocols)];
  if (list.length === 0) return { asked: unnamed, unread: [] };
  return readAll<Protocol>(list, parseProtocol, 'is no protocol');
}

/** What cannot be read asks nothing; when nothing can be read there is no question. */
function readAll<Value>(
  list: readonly unknown[],
  parse: (element: unknown) => Value | undefined,
  problem: string,
): Asked<readonly Value[]> {
  const values = list.flatMap((element) => parse(element) ?? []);
  const unread = list
    .filter((element) => parse(element) === undefined)
    .map((element) => `${JSON.stringify(element)} ${problem}`);
  return { asked: values.length === 0 ? undefined : values, unread };
}

/** One is as good as a list of one. */
function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
