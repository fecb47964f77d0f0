/** The guard: what could not be read cannot be mistaken for what is not there. */
import { describe, expect, test } from 'vitest';
import type { Variant } from '../define/variance.ts';
import { guardConfig, isUnreadableInput, UnreadableInput } from './guard.ts';
import type { JsonObject } from './value.ts';

/** As the checks see configs: any member may be asked for. */
type Loose = Variant;

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) freeze(member);
    Object.freeze(value);
  }
  return value;
}

const config: JsonObject = freeze({
  Name: 'b',
  Policy: { Statement: [{ Effect: 'Allow' }] },
  Encryption: { Rules: [{ Algorithm: 'AES256', Key: null }, { Algorithm: 'aws:kms' }], Other: 1 },
  Tags: [{ Key: 'a', Value: '1' }],
});

const guarded = (...unreadable: readonly string[]): Loose => guardConfig<Loose>(config, unreadable);

describe('touching throws', () => {
  const cases: readonly (readonly [string, readonly string[], (config: Loose) => unknown, string])[] = [
    ['reading it', ['/Policy'], (c) => c.Policy, '/Policy'],
    ['reading below it', ['/Policy'], (c) => c.Policy?.Statement, '/Policy'],
    ['reading it where nothing was ever stored', ['/Acl'], (c) => c.Acl, '/Acl'],
    ['reading below a missing parent', ['/Acl/Grants'], (c) => c.Acl?.Grants, '/Acl/Grants'],
    ['reading below a parent that is no object', ['/Name/x'], (c) => c.Name, '/Name/x'],
    ['asking whether it is there', ['/Policy'], (c) => 'Policy' in c, '/Policy'],
    ['asking whether it is an own member', ['/Policy'], (c) => Object.hasOwn(c, 'Policy'), '/Policy'],
    ['listing the keys of its parent', ['/Policy'], (c) => Object.keys(c), '/Policy'],
    ['entries of its parent', ['/Policy'], (c) => Object.entries(c), '/Policy'],
    [
      'for … in over its parent',
      ['/Policy'],
      (c) => {
        for (const key in c) return key;
        return '';
      },
      '/Policy',
    ],
    ['spreading its parent', ['/Policy'], (c) => ({ ...c }), '/Policy'],
    ['destructuring it', ['/Policy'], ({ Policy }) => Policy, '/Policy'],
    ['destructuring the rest', ['/Policy'], ({ Name, ...rest }) => [Name, rest], '/Policy'],
    [
      'serialising an ancestor',
      ['/Encryption/Rules/0/Key'],
      (c) => JSON.stringify(c.Encryption),
      '/Encryption/Rules/0/Key',
    ],
    [
      'serialising the whole',
      ['/Encryption/Rules/0/Key'],
      (c) => JSON.stringify(c),
      '/Encryption/Rules/0/Key',
    ],
    ['cloning the whole', ['/Policy'], (c) => Object.assign({}, c), '/Policy'],
    [
      'a deep member',
      ['/Encryption/Rules/0/Key'],
      (c) => c.Encryption.Rules[0].Key,
      '/Encryption/Rules/0/Key',
    ],
    ['an element', ['/Encryption/Rules/1'], (c) => c.Encryption.Rules[1], '/Encryption/Rules/1'],
    [
      'an element beyond the end around another',
      ['/Encryption/Rules/1'],
      (c) => c.Encryption.Rules[2],
      '/Encryption/Rules/1',
    ],
    [
      'whether there is an element beyond the end',
      ['/Encryption/Rules/1'],
      (c) => 2 in c.Encryption.Rules,
      '/Encryption/Rules/1',
    ],
    [
      'the length around an element',
      ['/Encryption/Rules/5'],
      (c) => c.Encryption.Rules.length,
      '/Encryption/Rules/5',
    ],
    [
      'iterating around an element',
      ['/Encryption/Rules/5'],
      (c) => [...c.Encryption.Rules],
      '/Encryption/Rules/5',
    ],
    [
      'searching around an element',
      ['/Encryption/Rules/1'],
      (c) => c.Encryption.Rules.some((r: Loose) => r.x),
      '/Encryption/Rules/1',
    ],
    ['a wildcard', ['/Encryption/Rules/*/Key'], (c) => c.Encryption.Rules[1].Key, '/Encryption/Rules/1/Key'],
    ['a wildcard below nothing', ['/Acl/*/Id'], (c) => c.Acl, '/Acl/*/Id'],
    ['the whole', [''], (c) => c.Name, ''],
    ['keys of the whole', [''], (c) => Object.keys(c), ''],
    ['the nearest of two', ['/Policy', '/Policy/Statement'], (c) => c.Policy, '/Policy'],
    ['an escaped key', ['/Encryption/a~1b'], (c) => c.Encryption['a/b'], '/Encryption/a~1b'],
  ];

  test.each(cases)('%s', (...[, unreadable, touch, path]) => {
    let thrown: unknown;
    try {
      touch(guarded(...unreadable));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UnreadableInput);
    expect(isUnreadableInput(thrown) && thrown.path).toBe(path);
  });
});

describe('everything else reads as before', () => {
  const cases: readonly (readonly [string, readonly string[], (config: Loose) => unknown, unknown])[] = [
    ['a sibling', ['/Policy'], (c) => c.Name, 'b'],
    ['a missing sibling', ['/Policy'], (c) => c.None, undefined],
    ['whether a sibling is there', ['/Policy'], (c) => ['Name' in c, 'None' in c], [true, false]],
    ['an object beside it', ['/Policy'], (c) => Object.keys(c.Encryption), ['Rules', 'Other']],
    ['its grandparent’s siblings', ['/Encryption/Rules/0/Key'], (c) => c.Encryption.Other, 1],
    [
      'elements around it',
      ['/Encryption/Rules/0/Key'],
      (c) => c.Encryption.Rules.map((r: Loose) => r.Algorithm),
      ['AES256', 'aws:kms'],
    ],
    [
      'keys of its grandparent',
      ['/Encryption/Rules/0/Key'],
      (c) => Object.keys(c),
      ['Name', 'Policy', 'Encryption', 'Tags'],
    ],
    ['lists on the way', ['/Encryption/Rules/0/Key'], (c) => Array.isArray(c.Encryption.Rules), true],
    ['a path of a relation', ['@attachments'], (c) => Object.keys(c).length, 4],
  ];

  test.each(cases)('%s', (...[, unreadable, read, expected]) => {
    expect(read(guarded(...unreadable))).toEqual(expected);
  });

  test('without unreadable paths it is the config itself', () => {
    expect(guardConfig(config, [])).toBe(config);
  });

  test('nothing can be written through it', () => {
    expect(() => {
      guarded('/Policy').Name = 'x';
    }).toThrow(TypeError);
    expect(config['Name']).toBe('b');
  });
});

test('an error of another copy of the package is known', () => {
  const foreign = Object.assign(new Error('x'), { name: 'UnreadableInput', path: '/a' });
  expect(isUnreadableInput(foreign)).toBe(true);
  expect(isUnreadableInput(new Error('x'))).toBe(false);
  expect(isUnreadableInput(undefined)).toBe(false);
});
