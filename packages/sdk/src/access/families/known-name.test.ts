/** Names of the accounts of principals. */
import { expect, it } from 'vitest';
import { knownName } from './known-name.ts';

const account = { type: 'aws', identifier: '127311923021', thirdParty: true, aliases: [] };
const world = {
  accounts: [{ ...account, name: 'AWS ELB logs (us-east-1)' }],
  organizations: [],
  networks: [],
};

it.each([
  ['127311923021', ' (AWS ELB logs (us-east-1))'],
  ['arn:aws:iam::127311923021:root', ' (AWS ELB logs (us-east-1))'],
  ['arn:aws:iam::127311923022:root', ''],
  ['arn:aws:iam::1273119230210:root', ''],
  ['arn:aws:s3:::127311923021', ''],
  ['*', ''],
])('%s%s', (principal, name) => {
  expect(knownName(principal, world)).toBe(name);
});
