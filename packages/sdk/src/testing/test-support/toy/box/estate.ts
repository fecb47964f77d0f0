/** What the toy provider answers. */
import { type Estate, providerError } from '../../../estate.ts';

const open = { Open: true, Password: 'hunter2' };
const tags = [
  { Key: 'team', Value: 'toys' },
  { Key: 'env', Value: 'attic' },
];

/** Two boxes on two pages; one has a policy and tags, the other nothing. */
export const estate: Estate = {
  answers: {
    'toy:ListBoxes': ({ Token }) =>
      Token === undefined
        ? { Boxes: [{ Id: 'b1', Name: 'crate', LastSeen: 7 }], Next: 'two' }
        : { Boxes: [{ Id: 'b2', Name: 'chest', LastSeen: 9 }] },
    'toy:GetPolicy': ({ Id }) => {
      if (Id !== 'b1') throw providerError('NoSuchPolicy');
      return open;
    },
    'toy:GetTags': ({ Id }) => ({ Tags: Id === 'b1' ? tags : [] }),
    'toy:ListKeepers': { Keepers: [{ Id: 'k1', Box: 'b1' }] },
    'toy:GetBox': {},
  },
  listing: { operation: 'toy:ListBoxes' },
  items: [
    {
      identity: 'b1',
      lineage: 'toy:us-east-1:crate',
      name: 'crate',
      config: { Id: 'b1', Name: 'crate', LastSeen: 7, Policy: open, Tags: tags },
      tags: { team: 'toys', env: 'attic' },
      relations: [{ name: 'keepers', technology: 'toy.keeper', key: 'k1' }],
    },
    {
      identity: 'b2',
      lineage: 'toy:us-east-1:chest',
      name: 'chest',
      config: { Id: 'b2', Name: 'chest', LastSeen: 9, Policy: null, Tags: [] },
    },
  ],
};
