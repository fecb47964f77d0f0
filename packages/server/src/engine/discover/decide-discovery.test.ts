/** What a list of accounts means for those that are known. */
import { expect, it } from 'vitest';
import { type DiscoveryInput, decideDiscovery } from './decide-discovery.ts';

type Known = DiscoveryInput['known'][number];

const within = { id: 'org', name: 'acme' };
const known = (identifier: string, more: Partial<Known> = {}): Known => ({
  id: `id-${identifier}`,
  type: 'fake',
  identifier,
  name: identifier,
  fields: {},
  third_party: false,
  active: true,
  facts: null,
  notes: '',
  created_at: new Date(0),
  enrolled_at: null,
  scan_asked_at: null,
  discovered_by: 'org',
  left_out: null,
  ...more,
});
const found = (...identifiers: readonly string[]) =>
  identifiers.map((identifier) => ({ identifier, fields: {} }));

/** The decision in short: `verb identifier`. */
function decided(input: Omit<DiscoveryInput, 'within'>): readonly string[] {
  const { add, thaw, freeze, change, held } = decideDiscovery({ within, ...input });
  return [
    ...add.map(({ identifier }) => `add ${identifier}`),
    ...thaw.map(({ identifier }) => `thaw ${identifier}`),
    ...freeze.map(({ account }) => `freeze ${account.identifier}`),
    ...change.map(({ account }) => `change ${account.identifier}`),
    ...held.map(({ identifier }) => `hold ${identifier}`),
  ];
}

const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

it.each<readonly [string, Omit<DiscoveryInput, 'within'>, readonly string[]]>([
  ['nothing new changes nothing', { found: found('a'), known: [known('a')] }, []],
  ['a new account is added', { found: found('a', 'b'), known: [known('a')] }, ['add b']],
  [
    'one that is left out is not added',
    { found: [{ identifier: 'a', fields: {}, leftOut: 'x' }], known: [] },
    [],
  ],
  [
    'one that a person added is left alone',
    { found: [{ identifier: 'a', fields: { role: 'r' } }], known: [known('a', { discovered_by: null })] },
    [],
  ],
  [
    'one that is found elsewhere is left alone',
    { found: [], known: [known('a', { discovered_by: 'other' })] },
    [],
  ],
  [
    'one that is left out now is frozen',
    { found: [{ identifier: 'a', fields: {}, leftOut: 'to be deleted' }], known: [known('a')] },
    ['freeze a'],
  ],
  [
    'one that is missing is frozen',
    { found: found('a', 'b'), known: many.slice(0, 3).map((id) => known(id)) },
    ['freeze c'],
  ],
  [
    'one that is frozen already stays so',
    { found: found('a'), known: [known('a'), known('b', { left_out: 'x' })] },
    [],
  ],
  [
    'one that is back thaws',
    { found: found('a'), known: [known('a', { left_out: 'x', active: false })] },
    ['thaw a'],
  ],
  [
    'one that a person switched off stays off',
    { found: found('a'), known: [known('a', { active: false })] },
    [],
  ],
  [
    'another way to sign in reaches those that were found',
    { found: [{ identifier: 'a', fields: { key: 'k' } }], known: [known('a')] },
    ['change a'],
  ],
  [
    'the order of fields is no change',
    {
      found: [{ identifier: 'a', fields: { x: '1', y: '2' } }],
      known: [known('a', { fields: { y: '2', x: '1' } })],
    },
    [],
  ],
  [
    'three of ten may go at once',
    { found: found(...many.slice(3)), known: many.map((id) => known(id)) },
    ['freeze a', 'freeze b', 'freeze c'],
  ],
  [
    'four of ten at once are held',
    { found: found(...many.slice(4)), known: many.map((id) => known(id)) },
    ['hold a', 'hold b', 'hold c', 'hold d'],
  ],
  ['the only one is held when nothing is found', { found: [], known: [known('a')] }, ['hold a']],
])('%s', (_name, input, decision) => {
  expect(decided(input)).toEqual(decision);
});
