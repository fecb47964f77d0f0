import {
  defineAccountType,
  defineCheck,
  definePlugin,
  defineWatcher,
  type Plugin,
} from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { createRegistry } from './registry.ts';
import { openRule, unattached } from './testing/fake-checks.ts';
import { createFakeCloud } from './testing/fake-cloud.ts';
import { fakePlugin } from './testing/fake-plugin.ts';
import { noteWatcher } from './testing/fake-watchers.ts';
import { createVirtualClock } from './testing/virtual-clock.ts';

const fake = fakePlugin(createFakeCloud(createVirtualClock()));
const other = (part: Partial<Plugin>): Plugin =>
  definePlugin({ name: 'other', accountTypes: [], watchers: [], checks: [], alerters: [], ...part });

describe('createRegistry', () => {
  it('finds everything by id', () => {
    const registry = createRegistry([fake]);
    expect(registry.accountType('fake')?.title).toBe('Fake cloud');
    expect(registry.watchersFor('fake').map(({ id }) => id)).toEqual([
      'fake.widget',
      'fake.vault',
      'fake.note',
    ]);
    expect(registry.checksFor('fake.note').map(({ id }) => id)).toEqual([
      'fake.note.names-stranger',
      'fake.note.names-network',
    ]);
    expect(registry.watchersFor('unheard')).toEqual([]);
  });

  it('gives an account type the watchers of the one that it extends, but not the other way round', () => {
    const [type] = fake.accountTypes;
    if (type === undefined) throw new Error('The fake plugin brings an account type.');
    const watcher = defineWatcher({ ...noteWatcher, id: 'fancy.note', accountType: 'fancy' });
    const registry = createRegistry([
      fake,
      other({
        accountTypes: [defineAccountType({ ...type, id: 'fancy', extends: 'fake' })],
        watchers: [watcher],
      }),
    ]);
    expect(registry.watchersFor('fancy').map(({ id }) => id)).toContain('fake.note');
    expect(registry.watchersFor('fake').map(({ id }) => id)).not.toContain('fancy.note');
  });

  const wrong: readonly [string, readonly Plugin[], string][] = [
    [
      'an id brought twice',
      [fake, other({ watchers: [noteWatcher] })],
      'The watcher fake.note is brought twice, by fake-plugin and by other',
    ],
    ['a plugin named twice', [fake, fake], 'The plugin fake-plugin is brought twice'],
    [
      'a check without its watcher',
      [other({ checks: [openRule] })],
      'The check fake.widget.open-rule is on fake.widget, whose watcher no plugin brings',
    ],
    [
      'a watcher without its account type',
      [other({ watchers: [noteWatcher] })],
      'The watcher fake.note watches the account type fake, which no plugin brings',
    ],
    [
      'a definition made by hand',
      [other({ watchers: [{ ...noteWatcher }] })],
      'fake.note of other is not a watcher',
    ],
    [
      'an undeclared relation',
      [fake, other({ checks: [defineCheck({ ...unattached, id: 'x', needs: ['friends'] })] })],
      'The check x needs the relation friends',
    ],
  ];
  it.each(wrong)('refuses %s in one line', (_, plugins, message) => {
    expect(() => createRegistry(plugins)).toThrow(message);
  });
});
