/** What the findings on security groups point at: the offending values, and nothing beside them. */
import { type Check, type JsonObject, runCheck } from '@security-monkey/sdk';
import { exampleInput } from '@security-monkey/sdk/testing';
import { describe, expect, it } from 'vitest';
import { adminPortOpenToIpv4 } from './checks/admin-port-open-to-ipv4.ts';
import { internetAccessibleIngress } from './checks/internet-accessible-ingress.ts';
import { unknownAccessIngress } from './checks/unknown-access-ingress.ts';
import { anything, attached, groupWith, tcp } from './example.ts';

type Found = { readonly door: string; readonly evidence: readonly unknown[] };

function found(check: Check, rules: readonly JsonObject[]): readonly Found[] {
  const config = groupWith('ingress', ...rules);
  const result = runCheck(exampleInput(check, { name: 'a case', config, related: attached() }));
  if (result.kind !== 'judged') throw new Error(`not judged: ${JSON.stringify(result)}`);
  return result.findings.map(({ subject, evidence }) => ({
    door: [subject['protocol'], subject['ports'] ?? subject['port']].join(' '),
    evidence: evidence.filter(({ path }) => path.startsWith('/')).map(({ value }) => value),
  }));
}

type Row = readonly [string, readonly JsonObject[], readonly Found[]];

const open: readonly Row[] = [
  [
    'a narrow network beside the whole internet widens nothing',
    [tcp(22, '0.0.0.0/0', '203.0.113.0/24')],
    [{ door: 'tcp 22', evidence: ['0.0.0.0/0'] }],
  ],
  [
    'networks inside one of two halves are left out',
    [tcp(22, '10.0.0.0/8', '0.0.0.0/1', '128.0.0.0/1')],
    [{ door: 'tcp 22', evidence: ['0.0.0.0/1', '128.0.0.0/1'] }],
  ],
  [
    'of another rule, only the half that is wanted counts',
    [tcp(22, '0.0.0.0/1'), anything('128.0.0.0/1', '10.0.0.0/8')],
    [{ door: 'tcp 22', evidence: ['0.0.0.0/1', '128.0.0.0/1'] }],
  ],
  [
    'two ways to write everything are both offending',
    [tcp(22, '0.0.0.0/0', '10.0.0.0/0')],
    [{ door: 'tcp 22', evidence: ['0.0.0.0/0', '10.0.0.0/0'] }],
  ],
];

describe('the evidence of the internet', () => {
  it.each(open)('at a door: %s', (_name, rules, expected) => {
    expect(found(internetAccessibleIngress, rules)).toEqual(expected);
  });
  it.each(open)('at an administration port: %s', (_name, rules, expected) => {
    expect(found(adminPortOpenToIpv4, rules)).toEqual(expected);
  });
});

const admin: readonly Row[] = [
  [
    'halves through ranges that only overlap at the port',
    [tcp([20, 25], '0.0.0.0/1'), tcp([22, 30], '128.0.0.0/1')],
    [{ door: 'tcp 22', evidence: ['0.0.0.0/1', '128.0.0.0/1'] }],
  ],
  [
    'halves through ranges that overlap beside the port',
    [tcp([20, 22], '0.0.0.0/1'), tcp([23, 30], '128.0.0.0/1')],
    [],
  ],
];

it.each(admin)('an administration port is found open by %s', (_name, rules, expected) => {
  expect(found(adminPortOpenToIpv4, rules)).toEqual(expected);
});

it('that a group is used is evidence, so that nobody has accepted it who accepted an unused one', () => {
  const config = groupWith('ingress', tcp(22, '0.0.0.0/0'));
  const hashes = [false, true].map((isAttached) => {
    const example = { name: 'a case', config, related: attached(isAttached) };
    const result = runCheck(exampleInput(internetAccessibleIngress, example));
    return result.kind === 'judged' ? result.findings.map(({ evidenceHashes }) => evidenceHashes.length) : [];
  });
  expect(hashes).toEqual([[1], [2]]);
});

it('a network that cannot be read makes the checks fail instead of pass', () => {
  const config = groupWith('ingress', tcp(22, '0.0.0.0/0/0'));
  for (const check of [internetAccessibleIngress, unknownAccessIngress, adminPortOpenToIpv4]) {
    const result = runCheck(exampleInput(check, { name: 'a case', config, related: attached() }));
    expect(result).toEqual({ kind: 'failed', message: expect.stringContaining('no network') });
  }
});
