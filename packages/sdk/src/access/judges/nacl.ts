/** `nacl`: whether a network ACL lets the internet in on a port, or on all of them. */
import type { JsonObject } from '../../json/value.ts';
import { families, wholeInternet } from '../network/internet.ts';
import { naclFilters, readNaclEntries } from '../network/network-acl.ts';
import { opens, type PortQuestion } from '../network/open-ports.ts';
import { everyPort, parsePort } from '../network/port-range.ts';
import { parseProtocol } from '../network/protocol.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';

export const nacl: Judge = (input) => {
  const { entries } = input;
  if (!Array.isArray(entries)) return problems(['entries is no list']);
  const protocol = parseProtocol(input['protocol']);
  if (protocol === undefined) return problems(['protocol is no protocol']);
  const ports = readPorts(input);
  if (ports === undefined) return problems(['port is no port']);
  const { rules, unread } = readNaclEntries(entries, '/entries');
  const question = { protocols: [protocol], ports, from: families.map(wholeInternet) };
  const { isOpen, by } = opens(naclFilters(rules, 'ingress'), question);
  return { internet: isOpen, by, ...problems(unread) };
};

function readPorts({ port, unrestricted }: JsonObject): PortQuestion['ports'] | undefined {
  if (unrestricted === true || port === undefined || port === null) return { every: everyPort };
  const asked = parsePort(port);
  return asked === undefined ? undefined : { some: [{ first: asked, last: asked }] };
}
