/** What the world is made of, and when it counts as another. */
import { describe, expect, it } from 'vitest';
import { knownAccounts, worldFingerprint, worldOf } from './world.ts';

const account = {
  type: 'aws',
  identifier: '111111111111',
  name: 'prod',
  third_party: false,
  fields: {},
  facts: null,
};

const none = () => [];

describe('worldOf', () => {
  it('takes aliases and organisations from facts and from fields', () => {
    const fields = { canonicalId: 'c2', organizationId: 'o-2', externalId: 'secret' };
    const facts = { partition: 'aws', aliases: ['c1', 'c2'], organizationId: 'o-1' };
    expect(
      worldOf([{ ...account, fields, facts }], [{ name: 'office', cidr: '192.0.2.0/24' }], none),
    ).toEqual({
      accounts: [
        { type: 'aws', identifier: '111111111111', name: 'prod', thirdParty: false, aliases: ['c1', 'c2'] },
      ],
      organizations: ['o-1', 'o-2'],
      networks: [{ name: 'office', cidr: '192.0.2.0/24' }],
    });
  });

  it("does not take a third party's organisation for ours", () => {
    const facts = { partition: 'aws', organizationId: 'o-9' };
    expect(worldOf([{ ...account, third_party: true, facts }], [], none).organizations).toEqual([]);
  });
});

describe('an account whose type extends another', () => {
  const extending = { ...account, type: 'aws-like' };
  const world = worldOf([extending, account], [], (type) => (type === 'aws-like' ? ['aws'] : []));

  it('says so', () => {
    const plain = { identifier: '111111111111', name: 'prod', thirdParty: false, aliases: [] };
    expect(world.accounts).toEqual([
      { type: 'aws-like', extends: ['aws'], ...plain },
      { type: 'aws', ...plain },
    ]);
  });

  it('is what its configuration says, whatever a list of the other type says', () => {
    const accounts = ['111111111111', '999999999999'].map((identifier) => ({ identifier, name: 'logs' }));
    const list = { id: 'aws.logs', title: 'Logs', source: '', version: '', accounts, type: 'aws' };
    const [own] = world.accounts;
    expect(knownAccounts([list], ['aws.logs'], own === undefined ? [] : [own])).toEqual([
      { type: 'aws', identifier: '999999999999', name: 'logs', thirdParty: true, aliases: [] },
    ]);
  });
});

describe('worldFingerprint', () => {
  const other = { ...account, identifier: '222222222222', name: 'test' };

  it('does not depend on the order of accounts', () => {
    expect(worldFingerprint(worldOf([account, other], [], none))).toBe(
      worldFingerprint(worldOf([other, account], [], none)),
    );
  });

  it.each([
    ['a further account', [account, other]],
    ['an account that becomes a third party', [{ ...account, third_party: true }]],
    ['an alias', [{ ...account, fields: { canonicalId: 'c' } }]],
  ])('changes with %s', (_, accounts) => {
    expect(worldFingerprint(worldOf(accounts, [], none))).not.toBe(
      worldFingerprint(worldOf([account], [], none)),
    );
  });

  it('changes with a network', () => {
    const networks = [{ name: 'office', cidr: '192.0.2.0/24' }];
    expect(worldFingerprint(worldOf([account], networks, none))).not.toBe(
      worldFingerprint(worldOf([account], [], none)),
    );
  });
});
