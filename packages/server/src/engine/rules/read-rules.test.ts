/** Whatever is wrong with a rule is told with its file, line and column, and with what to write. */
import { describe, expect, it } from 'vitest';
import { readRules } from './read-rules.ts';

const rule = (...instead: readonly [string, string][]): string =>
  instead.reduce(
    (text, [line, other]) => {
      if (!text.includes(line)) throw new Error(`no line ${line}`);
      return text.replace(line, () => other);
    },
    `# Ours
id: custom.open-port
technology: fake.widget
title: Open port
why: Anybody may come in.
fix: Close it.
score: 6
category: internet-accessible
each: config.Rules
when: it.Port == 22 && it.Source == options.from
messages:
  open: Port {port} is open
subject:
  port: it.Port
options:
  from: 0.0.0.0/0
examples:
  good:
    - name: closed
      config: { Rules: [] }
  bad:
    - name: open
      config: { Rules: [{ Port: 22, Source: 0.0.0.0/0 }] }
      reports: [{ subject: { port: 22 } }]
`,
  );

const told = (text: string): readonly string[] =>
  readRules('checks/a.yaml', text).problems.map(
    ({ file, line, column, problem }) => `${file}:${line}:${column}: ${problem}`,
  );

it('a faultless rule is read as it is written', () => {
  const { rules, problems } = readRules('checks/a.yaml', rule());
  expect(problems).toEqual([]);
  expect(rules.map((one) => one.rule)).toMatchObject([
    { id: 'custom.open-port', file: 'checks/a.yaml', links: [], options: { from: '0.0.0.0/0' } },
  ]);
});

const wrong: readonly [string, string, readonly string[]][] = [
  [
    'no YAML',
    'id: [',
    ['1:6: it is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ],
  ['nothing in it', '# later\n', ['1:1: it has no rule: write one, or remove the file']],
  ['a text instead', 'hello', ['1:1: it is no rule: write id: custom.<name> and the other keys']],
  ['a key twice', rule(['score: 6', 'score: 6\nscore: 7']), ['8:1: it is no YAML: Map keys must be unique']],
  [
    'a missing key',
    rule(['why: Anybody may come in.\n', '']),
    ['2:1: why is missing: write why: <why it matters>'],
  ],
  [
    'a key that is none',
    rule(['title: Open port', 'title: Open port\ntitel: x']),
    [expect.stringMatching(/^checks\/a\.yaml:5:1: there is no key titel: write one of id, technology, /)],
  ],
  [
    'a score that is too high',
    rule(['score: 6', 'score: 11']),
    [
      '7:8: score is not right (Too big: expected number to be <=10): write score: <a whole number from 0 to 10>',
    ],
  ],
  [
    'an id in capitals',
    rule(['custom.open-port', 'custom.Open']),
    [expect.stringMatching(/^checks\/a\.yaml:2:5: id is not right .*: write id: custom\.<name> in small/)],
  ],
  [
    'an unknown category',
    rule(['internet-accessible', 'odd']),
    [
      expect.stringMatching(
        /^checks\/a\.yaml:8:11: category is not right .*: write category: <one of internet/,
      ),
    ],
  ],
  [
    'an expression that does not parse',
    rule(['when: it.Port == 22 && it.Source', 'when: it.Port == 22 && && it.Source']),
    ['10:24: when: Unexpected token: AND'],
  ],
  [
    'an expression in quotes that does not parse',
    rule(['when: it.Port == 22 && it.Source == options.from', 'when: "it.Port =="']),
    ['10:18: when: Unexpected token: EOF'],
  ],
  [
    'an expression in a block that reads what is not there',
    rule([
      'when: it.Port == 22 && it.Source == options.from',
      'when: |\n  it.Port == 22 &&\n    thing.Source == options.from',
    ]),
    ['12:5: when: Unknown variable: thing'],
  ],
  [
    'an option that is not declared',
    rule(['options.from', 'options.form']),
    ['10:37: when: options has no form: write one of from'],
  ],
  [
    'a part of the item that is none',
    rule(['options.from', 'item.arn']),
    [
      '10:37: when: item has no arn: write one of account, partition, technology, region, name, lineage, tags',
    ],
  ],
  [
    'a condition that is no truth value',
    rule(['when: it.Port == 22 && it.Source == options.from', 'when: size(config)']),
    ['10:7: when: it gives int: write one that gives true or false'],
  ],
  [
    'it without each',
    rule(
      ['each: config.Rules\n', ''],
      ['subject:\n  port: it.Port', 'evidence: [/Rules]\nsubject:\n  port: 1 + 1'],
    ),
    ['9:7: when: Unknown variable: it'],
  ],
  [
    'a message that wants what the subject has not',
    rule(['Port {port}', 'Port {port} of {name}']),
    ['12:9: messages.open: the text wants {name}: write name under subject'],
  ],
  [
    'several messages and no choice',
    rule(['  open: Port {port} is open', '  open: Port {port} is open\n  shut: x']),
    ['12:3: messages: there are several messages: write message: <an expression that gives the name of one>'],
  ],
  [
    'no evidence without each',
    rule(
      ['each: config.Rules\n', ''],
      ['it.Port == 22 && it.Source', 'config.S'],
      ['port: it.Port', 'port: "1"'],
    ),
    [
      '2:1: evidence is missing: write evidence: <a list of JSON pointers such as /Policy, of the values that offend>',
    ],
  ],
  [
    'evidence that is no place',
    rule(['each: config.Rules', 'each: config.Rules\nevidence: [it.Port + 1]']),
    [
      '10:12: evidence.0: it is no path: write a JSON pointer such as /Policy, or a path such as it.Port or config.Rules[0]',
    ],
  ],
  [
    'evidence in what was computed',
    rule(['each: config.Rules', 'each: config.Rules.map(r, r.Port)\nevidence: [it]']),
    [
      '10:12: evidence.0: the elements of each are computed and stand nowhere in the config: write a pointer, or a path from config such as config.Members[it]',
    ],
  ],
  [
    'an example without a config',
    rule(['    - name: closed\n      config: { Rules: [] }', '    - name: closed']),
    [
      expect.stringMatching(
        /^checks\/a\.yaml:19:7: examples\.good\.0\.config is missing: write examples: with/,
      ),
    ],
  ],
];

describe('a file with', () => {
  it.each(wrong)('%s is told with the place', (_, text, problems) => {
    const expected = problems.map((one) => (typeof one === 'string' ? `checks/a.yaml:${one}` : one));
    expect(told(text)).toEqual(expected);
  });

  it.each(wrong)('%s has no rule', (_, text) => {
    expect(readRules('checks/a.yaml', text).rules).toEqual([]);
  });
});

it('a wrong rule in a list, or in a document of its own, leaves the others', () => {
  const indented = (text: string) => `- ${text.replace('# Ours\n', '').trimEnd().replaceAll('\n', '\n  ')}\n`;
  const bad = rule(['score: 6', 'score: high']).replace('custom.open-port', 'custom.bad');
  for (const text of [`${indented(rule())}${indented(bad)}`, `${rule()}---\n${bad}`]) {
    const { rules, problems } = readRules('checks/a.yaml', text);
    expect(rules.map((one) => one.rule.id)).toEqual(['custom.open-port']);
    expect(problems.map((one) => [one.rule, text.split('\n')[one.line - 1]?.trim()])).toEqual([
      ['custom.bad', 'score: high'],
    ]);
  }
});

it('aliases that multiply are refused', () => {
  const levels = Array.from(
    { length: 12 },
    (_, n) =>
      `a${n}: &a${n} [${Array(9)
        .fill(n === 0 ? 'x' : `*a${n - 1}`)
        .join()}]`,
  );
  expect(told(levels.join('\n'))).toEqual([
    'checks/a.yaml:1:1: it is no rule: write id: custom.<name> and the other keys',
  ]);
});
