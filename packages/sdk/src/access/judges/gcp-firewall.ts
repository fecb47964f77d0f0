/** `gcp-firewall`: whether one firewall rule lets the internet in, and whether it opens ranges of ports. */
import { isJsonObject } from '../../json/value.ts';
import { isRange, parseFirewallProtocol, portProtocols } from '../gcp/firewall-protocol.ts';
import { opensToInternet, readFirewallRule } from '../gcp/firewall-rule.ts';
import { elementsOf } from '../network/reading.ts';
import type { Judge } from './answer.ts';
import { readPortQuestion } from './port-question.ts';
import { problems } from './problems.ts';

export const gcpFirewall: Judge = (input) => {
  if (!isJsonObject(input['rule'])) return problems(['rule is no object']);
  if (elementsOf(input['rule']['allowed']) === undefined) return problems(['rule.allowed is no list']);
  const question = readPortQuestion(input, { parse: parseFirewallProtocol, withPorts: portProtocols });
  if (question.asked === undefined) return problems(question.unread);
  const { rule, unread } = readFirewallRule(input['rule'], '/rule');
  return {
    internet: opensToInternet(rule, question.asked),
    portRange: rule.allowed.some(isRange),
    ...problems([...unread, ...question.unread]),
  };
};
