/** The lists of AWS's own accounts: well-formed, each account once, with the page that they come from. */
import { describe, expect, it } from 'vitest';
import { aws } from '../account-type/aws.ts';

const lists = aws.knownAccounts ?? [];

it('has the three lists of the accounts that deliver logs', () => {
  expect(lists.map(({ id, accounts }) => [id, accounts.length])).toEqual([
    ['aws.elb-logs', 23],
    ['aws.cloudtrail-logs', 22],
    ['aws.redshift-logs', 21],
  ]);
});

describe.each(lists.map((list) => [list.id, list] as const))('%s', (_, { accounts, source, version }) => {
  it('has account numbers, each once, and names that differ', () => {
    expect(accounts.filter(({ identifier }) => !/^\d{12}$/.test(identifier))).toEqual([]);
    expect(new Set(accounts.map(({ identifier }) => identifier)).size).toBe(accounts.length);
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(accounts.length);
  });

  it('names its page and its day', () => {
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

it('names an account as findings show it', () => {
  expect(lists[0]?.accounts.find(({ identifier }) => identifier === '127311923021')).toEqual({
    identifier: '127311923021',
    name: 'AWS ELB logs (us-east-1)',
  });
});
