/** Who holds grants, however S3 writes it. */
import { expect, it } from 'vitest';
import { holdersOf } from './acl.ts';

const grant = (URI: string, Permission: string) => ({ Grantee: { Type: 'Group', URI }, Permission });

it('a group is one holder in any spelling of its address', () => {
  const Grants = [
    grant('http://acs.amazonaws.com/groups/global/AllUsers', 'READ'),
    grant('https://acs.amazonaws.com/groups/global/allusers', 'WRITE'),
  ];
  const holders = holdersOf({ Name: 'b', BucketRegion: 'us-east-1', Acl: { Grants } });
  expect(holders.map(({ principal, permissions }) => [principal, permissions])).toEqual([
    ['AllUsers', 'READ, WRITE'],
  ]);
});

it('a group that nobody knows is a holder by its address', () => {
  const Grants = [grant('http://acs.amazonaws.com/groups/global/Others', 'READ')];
  const holders = holdersOf({ Name: 'b', BucketRegion: 'us-east-1', Acl: { Grants } });
  expect(holders.map(({ group, principal }) => [group, principal])).toEqual([
    [undefined, 'http://acs.amazonaws.com/groups/global/Others'],
  ]);
});
