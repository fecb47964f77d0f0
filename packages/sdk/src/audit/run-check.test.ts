/** What a check may conclude, and how its mistakes are contained. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CheckContext, defineCheck } from '../define/check.ts';
import { defineWatcher } from '../define/watcher.ts';
import { canonicalText } from '../json/canonical.ts';
import { hashText } from '../json/hash.ts';
import type { JsonObject } from '../json/value.ts';
import { type CheckInput, runCheck } from './run-check.ts';

const schema = z.looseObject({
  Name: z.string(),
  Public: z.boolean(),
  Policy: z.looseObject({ Text: z.string() }).nullable(),
  Grants: z.array(z.looseObject({ To: z.string() })).optional(),
});

const watcher = defineWatcher({
  id: 'toy.box',
  accountType: 'toy',
  title: { one: 'Box', many: 'Boxes' },
  documentation: 'https://toys.example/ListBoxes',
  version: 1,
  scope: 'region',
  permissions: { 'toy:ListBoxes': 'toy:ListBoxes' },
  gone: ['NoSuchBox'],
  ephemeral: [],
  secret: [],
  unordered: [],
  relations: ['keepers'],
  config: schema,
  identity: (config) => config.Name,
  lineage: (config, place) => `toy:${place.region}:${config.Name}`,
  name: (config) => config.Name,
  tags: (config) => Object.fromEntries((config.Grants ?? []).map(({ To }) => [To, 'granted'])),
  list: async function* () {},
});

type Context = CheckContext<z.output<typeof schema>, 'open' | 'shared', { max: number }>;

function checkOf(run: (context: Context) => void, needs: readonly string[] = ['keepers']) {
  return defineCheck({
    id: 'toy.box.open',
    watcher,
    version: 1,
    score: 7,
    category: 'internet-accessible',
    title: 'Box is open',
    why: 'Anyone can take from it.',
    fix: 'Close it.',
    links: [],
    frameworks: {},
    messages: { open: 'open', shared: 'shared with {to}' },
    options: z.object({ max: z.number().default(3) }),
    needs,
    examples: { good: [], bad: [] },
    run,
  });
}

const config: JsonObject = { Name: 'crate', Public: true, Policy: { Text: 'x' }, Grants: [{ To: 'bob' }] };

function inputOf(overrides: Partial<CheckInput> & Pick<CheckInput, 'check'>): CheckInput {
  return {
    item: {
      account: '1',
      partition: 'toy',
      technology: 'toy.box',
      region: 'here',
      name: 'crate',
      lineage: 'toy:here:crate',
      tags: {},
    },
    config,
    unreadable: [],
    now: 1_000,
    options: undefined,
    related: { keepers: { items: [], complete: true } },
    world: { accounts: [], organizations: [], networks: [] },
    ...overrides,
  };
}

const run = (body: (context: Context) => void, overrides: Partial<CheckInput> = {}) =>
  runCheck(inputOf({ check: checkOf(body), ...overrides }));

const finding = { subject: {}, evidence: [{ path: '/Public', value: true }] };
const trueHash = hashText(canonicalText(true));

describe('a judged check', () => {
  it('gives its findings sorted, with score, subject key and hashes of the evidence values', () => {
    const result = run(({ report }) => {
      report('shared', { ...finding, subject: { to: 'bob', by: 1 }, score: 2, details: { n: 1 } });
      report('open', finding);
    });
    expect(result).toEqual({
      kind: 'judged',
      findings: [
        {
          message: 'open',
          subject: {},
          subjectKey: '{}',
          evidence: [{ path: '/Public', value: true }],
          evidenceHashes: [trueHash],
          evidenceHash: hashText(trueHash),
          details: {},
          score: 7,
        },
        {
          message: 'shared',
          subject: { to: 'bob', by: 1 },
          subjectKey: '{"by":1,"to":"bob"}',
          evidence: [{ path: '/Public', value: true }],
          evidenceHashes: [trueHash],
          evidenceHash: hashText(trueHash),
          details: { n: 1 },
          score: 2,
        },
      ],
    });
  });

  it('hashes evidence by its values, whatever their paths, order and repeats', () => {
    const hashOf = (evidence: readonly { path: string; value: JsonObject | string }[]) => {
      const result = run(({ report }) => report('open', { subject: {}, evidence }));
      return result.kind === 'judged' ? result.findings[0]?.evidenceHash : result;
    };
    const one = hashOf([
      { path: '/a', value: { x: 1, y: 2 } },
      { path: '/b', value: 'q' },
    ]);
    const other = hashOf([
      { path: '/c', value: 'q' },
      { path: '/d', value: { y: 2, x: 1 } },
      { path: '/e', value: 'q' },
    ]);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(other).toBe(one);
    expect(hashOf([{ path: '/a', value: 'q' }])).not.toBe(one);
  });

  it('looks again at the earliest moment that is still to come', () => {
    const result = run(({ lookAgainAt }) => [900, 5_000, 2_000].map(lookAgainAt));
    expect(result).toEqual({ kind: 'judged', findings: [], lookAgainAt: 2_000 });
  });

  it('sees its options with their defaults', () => {
    const seen: number[] = [];
    run(({ options }) => void seen.push(options.max));
    run(({ options }) => void seen.push(options.max), { options: { max: 9 } });
    expect(seen).toEqual([3, 9]);
  });

  it('gives evidence that is a plain copy, so that it can leave the thread', () => {
    const result = run(
      ({ config: box, report }) => {
        report('open', { subject: {}, evidence: [{ path: '/Grants', value: box.Grants as JsonObject[] }] });
      },
      { unreadable: ['/Policy'] },
    );
    expect(structuredClone(result)).toEqual(result);
    expect(result).toMatchObject({ findings: [{ evidence: [{ value: [{ To: 'bob' }] }] }] });
  });
});

describe('a check is unknown', () => {
  const unknown = (path: string) => ({ kind: 'unknown', path });

  it('when it reads an unreadable part, also when it reported before', () => {
    const result = run(
      ({ config: box, report }) => {
        report('open', finding);
        if (box.Policy?.Text === 'x') report('shared', finding);
      },
      { unreadable: ['/Policy'] },
    );
    expect(result).toEqual(unknown('/Policy'));
  });

  it.each([
    ['catches the error', () => {}],
    [
      'makes it another error',
      (error: unknown) => {
        throw new Error('odd', { cause: error });
      },
    ],
  ])('also when it %s', (_name, handle) => {
    const reading = (body: (context: Context) => unknown) => (context: Context) => {
      try {
        body(context);
      } catch (error) {
        handle(error);
      }
    };
    const related = { keepers: { items: [], complete: false } };
    expect(
      run(
        reading((context) => context.config.Policy?.Text),
        { unreadable: ['/Policy'] },
      ),
    ).toEqual(unknown('/Policy'));
    expect(
      run(
        reading((context) => context.related('keepers').all()),
        { related },
      ),
    ).toEqual(unknown('@keepers'));
  });

  it('when it reads tags that stand on an unreadable part', () => {
    const reading = (context: Context) => void Object.keys(context.item.tags);
    expect(run(reading, { unreadable: ['/Grants'] })).toEqual(unknown('/Grants'));
    expect(run(reading, { unreadable: ['/Policy'] })).toEqual({ kind: 'judged', findings: [] });
    expect(run(() => {}, { unreadable: ['/Grants'] })).toEqual({ kind: 'judged', findings: [] });
  });

  it('but judged when it does not read it, even where the schema requires the part', () => {
    const { Policy: _left, ...rest } = config;
    const result = run(({ config: box }) => void box.Name.length, { config: rest, unreadable: ['/Policy'] });
    expect(result).toEqual({ kind: 'judged', findings: [] });
  });

  it.each([
    ['some', (context: Context) => context.related('keepers').some(() => false)],
    ['isEmpty', (context: Context) => context.related('keepers').isEmpty()],
    ['all', (context: Context) => context.related('keepers').all()],
  ])('when it concludes absence by %s from an incomplete listing', (_name, body) => {
    expect(run(body, { related: { keepers: { items: [], complete: false } } })).toEqual(unknown('@keepers'));
    expect(run(body, { related: {} })).toEqual(unknown('@keepers'));
    expect(run(body, { unreadable: ['@keepers'] })).toEqual(unknown('@keepers'));
    expect(run(body)).toEqual({ kind: 'judged', findings: [] });
  });

  it('when it concludes presence from what was known before the relation became unreadable', () => {
    const keepers = { items: [{ technology: 'toy.keeper', key: 'k', value: {} }], complete: false };
    const body = (context: Context) => context.related('keepers').some((keeper) => keeper.key === 'k');
    expect(run(body, { related: { keepers }, unreadable: ['@keepers'] })).toEqual(unknown('@keepers'));
  });

  it('whatever it reads of an item that could not be read at all', () => {
    expect(run(() => {}, { unreadable: [''] })).toEqual(unknown(''));
  });

  it('but judged when it concludes presence from an incomplete listing', () => {
    const keepers = { items: [{ technology: 'toy.keeper', key: 'k', value: {} }], complete: false };
    const result = run(
      ({ related, report }) => {
        const found = related('keepers');
        if (found.some((keeper) => keeper.key === 'k') && !found.isEmpty()) report('open', finding);
      },
      { related: { keepers } },
    );
    expect(result).toMatchObject({ kind: 'judged', findings: [{ message: 'open' }] });
  });

  it.each([
    ['all that is known', [], 1],
    ['nothing of what was known before', ['@keepers'], 0],
  ])('but judged when it asks only for what is known: %s', (_name, unreadable, count) => {
    const keepers = { items: [{ technology: 'toy.keeper', key: 'k', value: {} }], complete: false };
    const seen: number[] = [];
    const body = ({ related }: Context) => void seen.push(related('keepers').known().length);
    expect(run(body, { related: { keepers }, unreadable })).toMatchObject({ kind: 'judged', findings: [] });
    expect(seen).toEqual([count]);
  });
});

it.each([
  ['the part itself', { path: '/a', unread: '/a' }, false],
  ['what lies in it', { path: '/a', unread: '/a/b' }, false],
  ['what it lies in', { path: '/a/b', unread: '/a' }, false],
  ['a part beside it', { path: '/a', unread: '/ab' }, true],
  ['a relation', { path: '/a', unread: '@a' }, true],
])(
  'a check may ask whether a part was read, and is not unknown by that: %s',
  (_name, { path, unread }, isRead) => {
    const seen: boolean[] = [];
    const body = (context: Context) => void seen.push(context.isRead(path));
    expect(run(body, { unreadable: [unread] })).toMatchObject({ kind: 'judged', findings: [] });
    expect(seen).toEqual([isRead]);
  },
);

describe('a check fails', () => {
  const failures: readonly [string, (context: Context) => unknown, RegExp][] = [
    ['throwing', () => [].at(0) ?? (undefined as unknown as Context).item, /^TypeError: /],
    [
      'throwing something odd',
      () => {
        throw 'text' as unknown as Error;
      },
      /no Error$/,
    ],
    [
      'reporting without evidence',
      ({ report }) => report('open', { subject: {}, evidence: [] }),
      /without evidence/,
    ],
    [
      'reporting an unknown message',
      ({ report }) => report('other' as 'open', finding),
      /not among its messages/,
    ],
    [
      'reporting a subject twice',
      ({ report }) => [report('open', finding), report('open', finding)],
      /twice/,
    ],
    ['a score of 11', ({ report }) => report('open', { ...finding, score: 11 }), /from 0 to 10/],
    ['a score of -1', ({ report }) => report('open', { ...finding, score: -1 }), /from 0 to 10/],
    ['a score of 2.5', ({ report }) => report('open', { ...finding, score: 2.5 }), /whole number/],
    ['an undeclared relation', ({ related }) => related('other'), /without naming it in needs/],
    ['looking again at NaN', ({ lookAgainAt }) => lookAgainAt(Number.NaN), /no number/],
    ['being asynchronous', async () => Promise.reject(new Error('late')), /synchronous/],
    ['writing to the config', ({ config: box }) => Object.assign(box, { Public: false }), /^TypeError: /],
    [
      'writing deep into it',
      ({ config: box }) => Object.assign(box.Grants?.[0] ?? {}, { To: '' }),
      /^TypeError: /,
    ],
    ['writing to the world', ({ world }) => Object.assign(world, { accounts: [] }), /^TypeError: /],
    ['writing to the item', ({ item }) => Object.assign(item.tags, { a: 'b' }), /^TypeError: /],
  ];
  it.each(failures)('by %s', (_name, body, message) => {
    const result = run(body);
    expect(result).toEqual({ kind: 'failed', message: expect.stringMatching(message) });
  });

  it('when the config does not fit the schema, naming the place and not the value', () => {
    const result = run(() => {}, { config: { ...config, Public: 'hunter2' } });
    expect(result).toEqual({
      kind: 'failed',
      message: "Error: config does not fit the watcher's schema at /Public",
    });
  });

  it('when its options do not fit', () => {
    expect(run(() => {}, { options: { max: 'many' } })).toMatchObject({ kind: 'failed' });
  });

  it.each([
    [
      'a value',
      (text: string) => {
        throw new Error(`bad ${text} here`);
      },
    ],
    ['a part of a value', (text: string) => JSON.parse(text)],
  ])('without repeating %s of the config', (_name, body) => {
    const secret = '{"a":"b" hunter2-and-more';
    const result = run((context) => void body(context.config.Name), { config: { ...config, Name: secret } });
    expect(result).toMatchObject({ kind: 'failed' });
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });
});
