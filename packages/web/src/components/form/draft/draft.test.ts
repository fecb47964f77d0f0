/** Forms from schemas: the fields, a value taken apart and put together, what is wrong and where. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../words/json.ts';
import { describedParts } from './described-parts.ts';
import { type Draft, draftOf, newEntry, newItem, withOptionsOf } from './draft.ts';
import { type Field, fieldOf } from './field.ts';
import { isSame, problemsAt, readDraft } from './read-draft.ts';

const days = {
  type: 'object',
  properties: { days: { type: 'integer', minimum: 1, maximum: 90, default: 30 } },
};
const optionsOf = (kind: string, id: string): Field | undefined =>
  kind === 'check' && id === 'old' ? fieldOf(days, 'options') : undefined;

const network = {
  type: 'object',
  title: 'Network',
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 5 },
    prefix: { type: 'string', 'x-empty': 'Every name' },
    technology: { type: 'string', 'x-names': 'technology' },
  },
  required: ['name'],
};
const checks = {
  type: 'object',
  propertyNames: { type: 'string', title: 'Check', 'x-names': 'check' },
  additionalProperties: {
    type: 'object',
    properties: {
      enabled: { type: 'boolean' },
      score: { type: 'integer', minimum: 0, maximum: 10 },
      options: { type: 'object', 'x-options-of': 'check', additionalProperties: {} },
    },
  },
};
const schemas = {
  networks: { type: 'array', items: network },
  lists: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
  checks,
  overrides: { type: 'object', propertyNames: { type: 'string' }, additionalProperties: checks },
  numbers: { type: 'object', additionalProperties: { type: 'number', minimum: 0 } },
  anything: { anyOf: [{ type: 'string' }, { type: 'null' }] },
  nothing: null,
};

const draft = (schema: unknown, value: Json): Draft => draftOf(fieldOf(schema), value, optionsOf);
const wrong = (schema: unknown, value: Json): readonly string[] => [
  ...readDraft(draft(schema, value)).problems.values(),
];

describe('a field', () => {
  it.each([
    [{ type: 'string', minLength: 1 }, 'text'],
    [{ type: 'integer' }, 'number'],
    [{ type: 'boolean' }, 'boolean'],
    [schemas.lists, 'choices'],
    [schemas.networks, 'list'],
    [schemas.checks, 'record'],
    [network, 'object'],
    [{ type: 'object', 'x-options-of': 'check' }, 'options'],
    [{ type: 'object', additionalProperties: {} }, 'json'],
    [schemas.anything, 'json'],
    [null, 'json'],
  ])('of %j is one for %s', (schema, kind) => {
    expect(fieldOf(schema).kind).toBe(kind);
  });

  it('has the title of the schema, else its name as words', () => {
    expect([fieldOf(network, 'x').title, fieldOf({}, 'externalId').title]).toEqual([
      'Network',
      'External id',
    ]);
  });

  it('has no limits where a whole number has only those of every number', () => {
    const schema = { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
    expect(fieldOf(schema)).toMatchObject({ least: undefined, most: undefined });
  });
});

const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }).map(
  (value): Json =>
    // As it comes from a server: without minus zero.
    JSON.parse(JSON.stringify(value)),
);

/** Values that are near the schemas, so that most of them fit at least in part. */
const key = fc.oneof(fc.constantFrom('old', 'other', '__proto__', 'name', ''), fc.string());
const setting = fc.record(
  {
    enabled: fc.oneof(fc.boolean(), json),
    score: fc.oneof(fc.integer(), json),
    options: fc.oneof(fc.record({ days: fc.integer() }), json),
    more: json,
  },
  { requiredKeys: [] },
);
const near = fc.oneof(
  json,
  fc.array(fc.record({ name: fc.string(), prefix: json, more: json }, { requiredKeys: [] })),
  fc.array(fc.string()),
  fc.dictionary(key, fc.oneof(setting, json)),
  fc.dictionary(key, fc.dictionary(key, setting)),
  fc.dictionary(key, fc.double({ noNaN: true, noDefaultInfinity: true })),
);

describe('a value', () => {
  it.each(Object.entries(schemas))('is the same after a form of %s, whatever it is', (_, schema) => {
    fc.assert(
      fc.property(near, (any) => {
        const value: Json = JSON.parse(JSON.stringify(any));
        const first = draft(schema, value);
        expect(readDraft(first).value).toEqual(value);
        expect(readDraft(draft(schema, readDraft(first).value ?? null)).value).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  it('that differs is told from one whose keys stand in another order', () => {
    expect(isSame({ a: 1, b: { c: [1, 2], d: 2 } }, { b: { d: 2, c: [1, 2] }, a: 1 })).toBe(true);
    expect(isSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
    expect(isSame({ a: '' }, {})).toBe(false);
  });
});

describe('what is wrong', () => {
  it.each<readonly [unknown, Json, readonly string[]]>([
    [schemas.networks, [{ name: 'a' }], []],
    [schemas.networks, [{ name: '' }], ['Fill this in.']],
    [schemas.networks, [{ name: 'abcdef' }], ['Give 5 characters or fewer.']],
    [schemas.networks, [{ name: 'a', prefix: '' }], []],
    [schemas.networks, [{ name: 'a', technology: '' }], ['Choose one.']],
    [schemas.checks, { old: { score: 10 } }, []],
    [schemas.checks, { old: { score: 11 } }, ['Give 0 to 10.']],
    [schemas.checks, { old: { score: 1.5 } }, ['Give a whole number.']],
    [schemas.checks, { old: { options: { days: 0 } } }, ['Give 1 to 90.']],
    [schemas.checks, { '': {} }, ['Choose one.']],
    [schemas.numbers, { a: -1 }, ['Give 0 or more.']],
  ])('%j in %j: %j', (schema, value, problems) => {
    expect(wrong(schema, value)).toEqual(problems);
  });

  it.each([
    ['', 'Fill this in.'],
    ['12a', 'Give a number.'],
  ])('a number typed as %j: %s', (text, problem) => {
    const typed = draft({ type: 'integer' }, 1);
    const changed = typed.kind === 'number' ? { ...typed, text } : typed;
    expect([...readDraft(changed).problems]).toEqual([[changed, problem]]);
  });

  it('a key that is there twice, at the second of them', () => {
    const once = draft(schemas.checks, { old: {} });
    if (once.kind !== 'record') throw new Error('It is no record.');
    const [row] = once.rows;
    const second = { ...newEntry(once.field, optionsOf), ...(row && { key: { ...row.key } }) };
    const { problems } = readDraft({ ...once, rows: [...once.rows, second] });
    expect([...problems]).toEqual([[second.key, 'There is an entry for this above.']]);
  });

  it('JSON that is none', () => {
    const typed = draft(schemas.anything, 'x');
    const changed = typed.kind === 'json' ? { ...typed, text: '[{' } : typed;
    expect([...readDraft(changed).problems.values()]).toEqual([expect.stringMatching(/^This is no JSON: /)]);
  });
});

describe('what a server says of a place', () => {
  it('stands at the field, at the row, at the deepest part there is, or at the whole', () => {
    const form = draft(schemas.overrides, { 'a/b~': { old: { score: 3 } } });
    const networks = draft(schemas.networks, [{ name: 'a' }]);
    const at = (whole: Draft, pointer: string) => {
      const [[part, problem] = []] = problemsAt(whole, [{ pointer, detail: 'is wrong' }]);
      return [part?.kind, part?.field.title, problem];
    };
    expect(at(form, '/a~1b~0/old/score')).toEqual(['number', 'Score', 'Is wrong.']);
    expect(at(form, '/a~1b~0/old/score/deeper')).toEqual(['number', 'Score', 'Is wrong.']);
    expect(at(form, '/a~1b~0/none/score')).toEqual(['record', 'Value', 'Is wrong.']);
    expect(at(networks, '/0')).toEqual(['object', 'Network', 'Is wrong.']);
    expect(at(networks, '/7/name')[0]).toBe('list');
    expect(at(networks, '')[0]).toBe('list');
  });
});

describe('a new row', () => {
  it('asks for what it must have, and no more', () => {
    const list = draft(schemas.networks, []);
    if (list.kind !== 'list') throw new Error('It is no list.');
    const { item } = newItem(list.field, optionsOf);
    expect(readDraft(item).value).toEqual({ name: '' });
  });

  it('has the options of what it names, and forgets them when that changes', () => {
    const form = draft(schemas.checks, { old: { score: 1, options: { days: 5 } } });
    const item = form.kind === 'record' ? form.rows[0]?.item : undefined;
    if (item?.kind !== 'object') throw new Error('It has no parts.');
    expect(item.parts['options']?.kind).toBe('object');
    const other = withOptionsOf(item, { kind: 'check', id: 'other' }, optionsOf);
    expect(readDraft(other).value).toEqual({ score: 1 });
  });
});

describe('what the parts mean', () => {
  it('is told once of each part that stands in rows', () => {
    const minutes = { type: 'integer', title: 'Minutes', description: 'Between two.' };
    const account = { type: 'string', title: 'Account', description: 'One of them.' };
    const byAccount = { type: 'object', propertyNames: account, additionalProperties: minutes };
    const schema = { type: 'object', properties: { minutes, first: byAccount, second: byAccount } };
    expect(describedParts(fieldOf(schema))).toEqual([
      { title: 'Account', description: 'One of them.' },
      { title: 'Minutes', description: 'Between two.' },
    ]);
    expect(describedParts(fieldOf(minutes))).toEqual([]);
  });
});
