/** The ignore list: each condition with the neighbour that is not covered. */
import { describe, expect, it } from 'vitest';
import { ignoredBy } from './is-ignored.ts';
import { settingSchemas } from './schema.ts';

const account = { type: 'fake', identifier: 'a1', name: 'prod' };
const item = {
  technology: 'fake.widget',
  name: 'Tmp-7',
  tags: { team: 'payments', '=odd': 'x' },
  lineage: 'fake:a1:north:widget/Tmp-7',
};

describe('an entry', () => {
  it.each<readonly [object, boolean]>([
    [{ prefix: 'tmp-' }, true],
    [{ prefix: 'TMP-7' }, true],
    [{ prefix: '' }, true],
    [{ prefix: 'mp-' }, false],
    [{ prefix: 'tmp-77' }, false],
    [{ prefix: 'tmp-*' }, false],
    [{ tag: 'team' }, true],
    [{ tag: 'team=payments' }, true],
    [{ tag: 'team=pay' }, false],
    [{ tag: 'Team' }, false],
    [{ tag: '=odd' }, true],
    [{ tag: 'toString' }, false],
    [{ arn: 'fake:a1:*:widget/*' }, true],
    [{ arn: 'fake:a1:*:vault/*' }, false],
    [{ arn: 'fake:a1' }, false],
    [{ prefix: 'tmp-', tag: 'team' }, true],
    [{ prefix: 'tmp-', tag: 'owner' }, false],
    [{ technology: 'fake.widget', prefix: 'tmp-' }, true],
    [{ technology: 'fake.vault', prefix: 'tmp-' }, false],
    [{ account: 'pr*', prefix: 'tmp-' }, true],
    [{ account: 'fake:a2', prefix: 'tmp-' }, false],
  ])('%j covers it: %j', (conditions, expected) => {
    const entries = settingSchemas.ignore.parse([{ name: 'entry', ...conditions }]);
    expect(ignoredBy(entries, item, account)).toBe(expected ? 'entry' : null);
  });

  it('without a condition on the item is refused', () => {
    const parsed = settingSchemas.ignore.safeParse([{ name: 'all', technology: 'fake.widget' }]);
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
      'names nothing to ignore: give prefix, tag or arn',
    ]);
  });

  it('of several, the first that covers the item is named', () => {
    const entries = settingSchemas.ignore.parse([
      { name: 'other', prefix: 'x' },
      { name: 'first', prefix: 't' },
      { name: 'second', prefix: '' },
    ]);
    expect(ignoredBy(entries, item, account)).toBe('first');
  });
});
