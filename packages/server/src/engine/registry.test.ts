import {
  type AccountTypeExtension,
  defineAccountType,
  defineAccountTypeExtension,
  defineCheck,
  definePlugin,
  defineWatcher,
  defineWatcherReference,
  type Plugin,
} from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
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

  describe('an account type that extends another', () => {
    const fields = z.object({ team: z.string().describe('Whose it is') });
    const plain: AccountTypeExtension = {
      id: 'team',
      title: 'Account of a team',
      extends: 'fake',
      fields,
      permissions: { 'team:WhoAmI': 'team:Read' },
    };
    const team = defineAccountTypeExtension(plain);
    const crewWith = (part: Partial<AccountTypeExtension>) =>
      defineAccountTypeExtension({ ...plain, id: 'crew', extends: 'team', fields: z.object({}), ...part });
    const crew = crewWith({});
    const type = (id: string) =>
      createRegistry([other({ accountTypeExtensions: [crew, team] }), fake]).accountType(id);

    it('takes over what it does not say, and has the fields and permissions of both', () => {
      const extended = type('fake');
      expect(type('team')).toMatchObject({
        id: 'team',
        title: 'Account of a team',
        extends: 'fake',
        connect: extended?.connect,
        probe: extended?.probe,
        classify: extended?.classify,
        budgetKey: extended?.budgetKey,
        identifier: extended?.identifier,
        permissions: { ...extended?.permissions, 'team:WhoAmI': 'team:Read' },
      });
      expect(type('team')?.fields.parse({ team: 'blue' })).toEqual({ team: 'blue' });
      expect(type('team')?.fields.safeParse({}).success).toBe(false);
    });

    it('may itself be extended, and is watched by the watchers of all above', () => {
      const registry = createRegistry([other({ accountTypeExtensions: [crew, team] }), fake]);
      expect(registry.accountType('crew')?.fields.parse({ team: 'blue' })).toEqual({ team: 'blue' });
      expect(registry.extendedBy('crew')).toEqual(['team', 'fake']);
      expect(registry.watchersFor('crew')).toEqual(registry.watchersFor('fake'));
    });

    it('keeps what it says itself', async () => {
      const connect = () => Promise.reject(new Error('my own'));
      const own = defineAccountTypeExtension({
        ...plain,
        connect,
        consoleOrigin: () => 'https://team.example',
      });
      const registry = createRegistry([fake, other({ accountTypeExtensions: [own] })]);
      expect(registry.accountType('team')?.connect).toBe(connect);
      expect(registry.accountType('team')?.consoleOrigin?.({ partition: 'fake' })).toBe(
        'https://team.example',
      );
    });

    it('leaves the lists of known accounts with the one that brings them', () => {
      const registry = createRegistry([fake, other({ accountTypeExtensions: [team] })]);
      expect(registry.allKnownAccounts.map(({ id, type: of }) => [id, of])).toEqual([['fake.logs', 'fake']]);
    });

    it.each([
      [
        'of one that nobody brings',
        [other({ accountTypeExtensions: [team] })],
        'The account type team extends fake, which no plugin brings',
      ],
      [
        'of itself',
        [fake, other({ accountTypeExtensions: [crewWith({ id: 'team', extends: 'crew' }), crew] })],
        'The account type crew extends team, which no plugin brings or which extends crew.',
      ],
      [
        'with a field of the one above',
        [fake, other({ accountTypeExtensions: [team, crewWith({ fields })] })],
        'The account type crew has the field team, as has team, which it extends: give it another name.',
      ],
      [
        'by an id that is taken',
        [fake, other({ accountTypeExtensions: [defineAccountTypeExtension({ ...plain, id: 'fake' })] })],
        'The account-type fake is brought twice, by fake-plugin and by other: remove one of them.',
      ],
    ])('is refused as an extension %s', (_, plugins, message) => {
      expect(() => createRegistry(plugins)).toThrow(message);
    });
  });

  describe('a check on a watcher that it only refers to', () => {
    const widget = defineWatcherReference({
      id: 'fake.widget',
      accountType: 'fake',
      config: z.looseObject({ Name: z.string() }),
      relations: ['attachments'],
    });
    const named = defineCheck({
      ...openRule,
      id: 'fake.widget.named',
      watcher: widget,
      run: ({ config, item, report }) => {
        if (config.Name === item.tags['owner']) report('open', { subject: {}, evidence: [] });
      },
    });
    const withCheck = (part: object) =>
      createRegistry([fake, other({ checks: [defineCheck({ ...named, ...part })] })]);

    it('gets the real one, with the config as it reads it', () => {
      const registry = withCheck({});
      const check = registry.check('fake.widget.named');
      expect(check?.watcher).toEqual({ ...registry.watcher('fake.widget'), config: widget.config });
      expect(registry.checksFor('fake.widget')).toContain(check);
    });

    it.each([
      [
        'no plugin brings',
        { watcher: defineWatcherReference({ ...widget, id: 'fake.gadget' }) },
        'The check fake.widget.named is on fake.gadget, whose watcher no plugin brings',
      ],
      [
        'has not such a relation',
        { watcher: defineWatcherReference({ ...widget, relations: ['friends'] }) },
        'The check fake.widget.named needs the relation friends, which the watcher fake.widget does not declare',
      ],
      [
        'is of another account type',
        { watcher: defineWatcherReference({ ...widget, accountType: 'other' }) },
        'The check fake.widget.named takes fake.widget for a technology of other; it is one of fake.',
      ],
    ])('is refused when the watcher %s', (_, part, message) => {
      expect(() => withCheck(part)).toThrow(message);
    });
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
