/** What a rule reports of an item: its elements, subjects and evidence; and when it does not know, or fails. */
import { type JsonObject, runCheck } from '@security-monkey/sdk';
import { checkProblems, checkRunRules } from '@security-monkey/sdk/proof';
import { describe, expect, it } from 'vitest';
import { ruleCheck } from './rules-plugin.ts';
import { writtenRule } from './testing/written.ts';

const open = (port: number): JsonObject => ({ Port: port, Source: '0.0.0.0/0' });
const shut = (port: number): JsonObject => ({ Port: port, Source: '10.0.0.0/8' });

type Given = {
  readonly rule?: Readonly<Record<string, unknown>>;
  readonly config: JsonObject;
  readonly unreadable?: readonly string[];
  readonly options?: JsonObject;
  readonly now?: number;
};

function judge({ rule = {}, config, unreadable = [], options, now = 0 }: Given) {
  const check = ruleCheck(writtenRule(rule), 'fake');
  const item = {
    account: 'a1',
    partition: 'fake',
    technology: 'fake.widget',
    region: 'north',
    name: 'w',
    lineage: 'widget/w',
    tags: { owner: 'blue' },
  };
  const world = { accounts: [], organizations: [], networks: [] };
  return runCheck({ check, item, config, unreadable, now, options, related: {}, world });
}

function findings(given: Given) {
  const result = judge(given);
  if (result.kind !== 'judged') return result;
  return result.findings.map(({ message, subject, evidence }) => ({ message, subject, evidence }));
}

/** On the item as a whole. */
const whole = (when: string, more: Readonly<Record<string, unknown>> = {}) => ({
  each: undefined,
  subject: {},
  messages: { open: 'It is so' },
  evidence: ['/Name'],
  when,
  ...more,
});

describe('a rule with each', () => {
  it('reports every element of which when is true, with its place', () => {
    expect(findings({ config: { Rules: [shut(1), open(22), open(23)] } })).toEqual([
      { message: 'open', subject: { port: 22 }, evidence: [{ path: '/Rules/1', value: open(22) }] },
      { message: 'open', subject: { port: 23 }, evidence: [{ path: '/Rules/2', value: open(23) }] },
    ]);
  });

  it('puts elements of one subject together', () => {
    expect(findings({ config: { Rules: [open(22), open(22)] } })).toEqual([
      {
        message: 'open',
        subject: { port: 22 },
        evidence: [
          { path: '/Rules/0', value: open(22) },
          { path: '/Rules/1', value: open(22) },
        ],
      },
    ]);
  });

  it('finds the places of filtered elements, and of equal texts one after the other', () => {
    const rule = { each: 'config.Names.filter(n, n != "b")', when: 'true', subject: { port: 'it' } };
    expect(findings({ rule, config: { Names: ['a', 'b', 'a'] } })).toEqual([
      {
        message: 'open',
        subject: { port: 'a' },
        evidence: [
          { path: '/Names/0', value: 'a' },
          { path: '/Names/2', value: 'a' },
        ],
      },
    ]);
  });

  it.each([
    ['/Rules', { path: '/Rules', value: [open(22)] }],
    ['it.Source', { path: '/Rules/0/Source', value: '0.0.0.0/0' }],
    ['config.Rules[0].Port', { path: '/Rules/0/Port', value: 22 }],
    ['config[it.Source]["x/y"]', { path: '/0.0.0.0~10/x~1y', value: null }],
  ])('takes the evidence %s', (source, evidence) => {
    expect(findings({ rule: { evidence: [source] }, config: { Rules: [open(22)] } })).toEqual([
      { message: 'open', subject: { port: 22 }, evidence: [evidence] },
    ]);
  });

  it('takes the keys of a mapping for elements', () => {
    const rule = {
      each: 'config.Map.map(key, key)',
      when: 'config.Map[it] > 1',
      subject: { port: 'it' },
      evidence: ['config.Map[it]'],
    };
    expect(findings({ rule, config: { Map: { a: 1, b: 2 } } })).toEqual([
      { message: 'open', subject: { port: 'b' }, evidence: [{ path: '/Map/b', value: 2 }] },
    ]);
  });
});

describe('a rule on the whole item', () => {
  const config = { Name: 'w', Size: 5, Deep: { A: [1, 2] }, List: [{ Port: 1 }] };

  it.each([
    [
      'a number of the config and a whole number',
      'config.Size + 1 == 6 && config.Size % 2 == 1 && 2 * config.Size > 9',
    ],
    ['the item', 'item.name == "w" && item.tags.owner == "blue" && item.account == "a1"'],
    ['what is not there', '!has(config.Policy)'],
    ['by a variable that is called as the item is', 'config.List.exists(item, item.Port == 1)'],
    ['the size of a list', 'size(config.Deep.A) == 2'],
    ['the default of an option', 'options.most == 3 && config.Size > options.most'],
  ])('reads %s', (_, when) => {
    expect(findings({ rule: whole(when, { options: { most: 3 } }), config })).toEqual([
      { message: 'open', subject: {}, evidence: [{ path: '/Name', value: 'w' }] },
    ]);
  });

  it('takes an option as it is set, and fails by one of another type', () => {
    const rule = whole('config.Size > options.most', {
      options: { most: { default: 3, description: 'so many' } },
    });
    expect(findings({ rule, config, options: { most: 9 } })).toEqual([]);
    expect(judge({ rule, config, options: { most: 'many' } })).toMatchObject({ kind: 'failed' });
  });

  it('chooses among several messages', () => {
    const rule = whole('true', {
      messages: { small: 'small', large: 'large' },
      message: 'config.Size > 3 ? "large" : "small"',
    });
    expect(findings({ rule, config })).toMatchObject([{ message: 'large' }]);
    expect(findings({ rule, config: { ...config, Size: 1 } })).toMatchObject([{ message: 'small' }]);
  });

  it('gives null for evidence that is not there', () => {
    const rule = whole('!has(config.Policy)', { evidence: ['/Policy'] });
    expect(findings({ rule, config })).toMatchObject([{ evidence: [{ path: '/Policy', value: null }] }]);
  });

  it('that reads now asks to be run again at the next hour, and any other does not', () => {
    const rule = whole('now > timestamp("2020-01-01T00:00:00Z")');
    const now = Date.parse('2026-01-01T10:20:00Z');
    expect(judge({ rule, config, now })).toMatchObject({ lookAgainAt: Date.parse('2026-01-01T11:00:00Z') });
    expect(judge({ rule: whole('true'), config, now })).not.toHaveProperty('lookAgainAt');
  });
});

describe('what a rule cannot tell', () => {
  const config = { Name: 'w', Rules: [open(22)], Deep: { A: 1 } };

  it.each([
    ['reads it', 'config.Policy == "x"'],
    ['asks whether it is there', 'has(config.Policy)'],
    ['reads it where the answer seems plain', 'config.Policy == "x" || true'],
    ['reads below it', 'config.Policy.Statement == 1 && false'],
    ['counts what is around it', 'size(config) == 0'],
  ])('is unknown when it %s', (_, when) => {
    expect(judge({ rule: whole(when), config, unreadable: ['/Policy'] })).toEqual({
      kind: 'unknown',
      path: '/Policy',
    });
  });

  it('is unknown when its evidence or its list could not be read', () => {
    expect(judge({ rule: whole('true'), config, unreadable: ['/Name'] })).toEqual({
      kind: 'unknown',
      path: '/Name',
    });
    expect(judge({ config, unreadable: ['/Rules'] })).toEqual({ kind: 'unknown', path: '/Rules' });
    expect(judge({ config, unreadable: ['/Rules/3'] })).toEqual({ kind: 'unknown', path: '/Rules/3' });
  });

  it('is judged when it reads only other parts', () => {
    expect(findings({ config, unreadable: ['/Policy', '/Deep/B'] })).toMatchObject([
      { subject: { port: 22 } },
    ]);
  });
});

describe('a rule fails, and never passes', () => {
  const config = { Name: 'w', Size: 5, Deep: {} };

  it.each([
    [
      'a field that is missing',
      whole('config.Policy == "x"'),
      'Error: when: No such key: Policy; ask has() before reading what may be missing',
    ],
    [
      'a comparison of unlike things',
      whole('config.Name > 1'),
      'Error: when: no such overload: dyn<string> > int',
    ],
    ['a condition that is no truth value', whole('config.Size'), 'Error: when: gives neither true nor false'],
    ['a list that is none', { each: 'config.Size' }, 'Error: each: gives no list'],
    [
      'a subject that is no value',
      whole('true', { subject: { port: 'config.Deep' } }),
      'Error: subject port: gives no text, number, true or false',
    ],
    [
      'a message that it has not',
      whole('true', { message: 'config.Size > 1 ? "large" : "open"' }),
      'Error: reported large, which is not among its messages',
    ],
  ])('by %s', (_, rule, message) => {
    expect(judge({ rule, config })).toEqual({ kind: 'failed', message });
  });
});

describe('the examples of a rule', () => {
  const problems = (more: Readonly<Record<string, unknown>>) =>
    checkProblems(ruleCheck(writtenRule(more), 'fake'), checkRunRules);
  const good = [{ name: 'closed', config: { Rules: [] } }];

  it('come out as they say', () => {
    expect(problems({})).toEqual([]);
  });

  it('are told where they come out otherwise', () => {
    const bad = [{ name: 'open', config: { Rules: [open(22)] }, reports: [{ subject: { port: 23 } }] }];
    expect(problems({ examples: { good, bad } })).toEqual([
      'bad example "open": reports open {"port":22} with score 6, which is not expected',
      'bad example "open": does not report open {"port":23} with score 6',
    ]);
  });

  it('may be about time, also at the very moment at which the answer changes', () => {
    const at = (name: string, now: string) => ({
      name,
      now,
      config: { Name: 'x', At: '2026-01-01T00:00:00Z' },
    });
    const rule = whole('now - timestamp(config.At) > duration(string(options.days * 24) + "h")', {
      options: { days: 90 },
      examples: {
        good: [at('young', '2026-02-01T00:00:00Z'), at('just', '2026-04-01T00:59:59Z')],
        bad: [at('old', '2026-04-01T01:00:00Z')],
      },
    });
    expect(problems(rule)).toEqual([]);
  });
});
