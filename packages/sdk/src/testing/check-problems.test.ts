/** The kit finds nothing in a faultless check, and the fault in each broken one. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Check, defineCheck } from '../define/check.ts';
import { checkProblems } from './check-problems.ts';
import { testCheck } from './test-check.ts';
import { openBox, runOpen } from './test-support/toy/box/checks/open.ts';
import { box, toyWith } from './test-support/toy/box/watcher.ts';

testCheck(openBox);

type OpenBox = typeof openBox;
type OpenExample = OpenBox['examples']['good'][0];

const broken = (replaced: Partial<OpenBox>): OpenBox => defineCheck({ ...openBox, ...replaced });
const { good, bad } = openBox.examples;
const withGood = (...examples: readonly OpenExample[]) => broken({ examples: { good: examples, bad } });
const withRun = (run: OpenBox['run']) => broken({ run });
const [firstGood, firstBad, secondBad] = [good[0], bad[0], bad[1]] as const;
if (!firstGood || !firstBad || !secondBad) throw new Error('the toy check lost its examples');

const twoRuns = (): OpenBox => {
  let runs = 0;
  return withRun((context) => {
    runs += 1;
    if (runs % 2 === 0) return;
    runOpen(context);
  });
};

const cases: readonly [string, OpenBox | Check, readonly string[]][] = [
  ['is faultless', openBox, []],
  ['is not made by defineCheck', { ...openBox }, ['is no check of contract 1: make it with defineCheck']],
  [
    'has an id of another watcher',
    broken({ id: 'toy.bag.open' }),
    ['id toy.bag.open is not toy.box.<rule-name>'],
  ],
  [
    'has an id in camel case',
    broken({ id: 'toy.box.isOpen' }),
    ['id toy.box.isOpen is not toy.box.<rule-name>'],
  ],
  ['has version 0', broken({ version: 0 }), ['version 0 is no whole number from 1']],
  [
    'has an unknown category',
    broken({ category: 'odd' as 'informational' }),
    ['category odd is not among the categories'],
  ],
  ['has an empty text', broken({ fix: ' ' }), ['fix is empty']],
  ['has no link', broken({ links: [] }), ['has no link: name the page that explains the setting']],
  ['links to http', broken({ links: ['http://a.example'] }), ['link http://a.example is no https address']],
  [
    'has a framework without controls',
    broken({ frameworks: { 'cis-1.0': [] } }),
    ['framework cis-1.0 names no control or an empty one'],
  ],
  [
    'has an odd framework',
    broken({ frameworks: { 'CIS AWS': ['1'] } }),
    ['framework CIS AWS is not written like cis-aws-7.0'],
  ],
  [
    'needs an undeclared relation',
    broken({ needs: ['keepers', 'friends'] }),
    ['needs friends, which toy.box does not declare among its relations'],
  ],
  ['has an example called twice', withGood(firstGood, firstGood), ['two examples are called "closed"']],
  ['has no good example', withGood(), ['has no good example']],
  [
    'has no bad example',
    broken({ examples: { good, bad: [] } }),
    [
      'has no bad example',
      'message open is reported by no bad example',
      'message old is reported by no bad example',
    ],
  ],
  [
    'has a bad example that expects nothing',
    broken({ examples: { good, bad: [...bad, { ...firstGood, name: 'none', reports: [] }] } }),
    ['bad example "none" expects no report: it is a good one'],
  ],
  [
    'has an example that does not fit the schema',
    withGood({ name: 'odd', config: { Id: 'b1', Name: 1 } }),
    [
      'good example "odd": Error: config does not fit the watcher\'s schema at /Name',
      'good example "odd": failed: Error: config does not fit the watcher\'s schema at /Name',
    ],
  ],
  [
    'has a schema that drops fields',
    broken({
      watcher: toyWith({ config: z.object({ ...box.shape, LastSeen: z.number() }) }),
      examples: { good: [{ ...firstGood, config: { ...firstGood.config, Lid: 'oak' } }], bad },
    }),
    [
      'good example "closed": the watcher\'s schema changes the config: make it loose, without defaults or transforms',
    ],
  ],
  [
    'reports on a good example',
    withGood({ ...firstBad, name: 'open too' }),
    ['good example "open too": reports open {"box":"crate"} with score 7, which is not expected'],
  ],
  [
    'reports another subject than a bad example says',
    broken({
      examples: {
        good,
        bad: [{ ...firstBad, reports: [{ message: 'open', subject: { box: 'chest' } }] }, secondBad],
      },
    }),
    [
      'bad example "open": reports open {"box":"crate"} with score 7, which is not expected',
      'bad example "open": does not report open {"box":"chest"} with score 7',
    ],
  ],
  [
    'reports another score than a bad example says',
    broken({
      examples: { good, bad: [firstBad, { ...secondBad, reports: [{ message: 'old', subject: {} }] }] },
    }),
    [
      'bad example "forgotten": reports old {} with score 1, which is not expected',
      'bad example "forgotten": does not report old {} with score 7',
    ],
  ],
  [
    'has an example whose relation is not told',
    withGood({ ...firstBad, name: 'untold', related: {} }),
    ['good example "untold": is unknown, as @keepers could not be read'],
  ],
  [
    'has a message that no example reports',
    broken({ messages: { ...openBox.messages, shut: 'shut' } as OpenBox['messages'] }),
    ['message shut is reported by no bad example'],
  ],
  [
    'has an empty message',
    broken({ messages: { open: '{box} is open', old: ' ' } as unknown as OpenBox['messages'] }),
    ['message old is empty'],
  ],
  [
    'has a placeholder that is not filled',
    broken({ messages: { ...openBox.messages, open: '{box} in {room}' } as unknown as OpenBox['messages'] }),
    ['bad example "open": message open wants {room}, which is neither in the subject nor in the details'],
  ],
  [
    'has evidence that is not in the config',
    withRun((context) =>
      runOpen({
        ...context,
        report: (id, finding) => context.report(id, { ...finding, evidence: [{ path: '/Lid', value: 1 }] }),
      }),
    ),
    [
      'bad example "open": open has evidence at "/Lid", where the config does not hold that value',
      'bad example "forgotten": old has evidence at "/Lid", where the config does not hold that value',
    ],
  ],
  [
    'has evidence of a member that the object does not have',
    withRun((context) =>
      runOpen({
        ...context,
        report: (id, finding) =>
          context.report(id, { ...finding, evidence: [{ path: '', value: { Lid: 1 } }] }),
      }),
    ),
    [
      'bad example "open": open has evidence at "", where the config does not hold that value',
      'bad example "forgotten": old has evidence at "", where the config does not hold that value',
    ],
  ],
  [
    'has evidence from a relation that it does not need',
    withRun((context) =>
      runOpen({
        ...context,
        report: (id, finding) => {
          const evidence = ['@keepers', '@boxes'].map((path) => ({ path, value: 'none' }));
          context.report(id, { ...finding, evidence });
        },
      }),
    ),
    [
      'bad example "open": open has evidence at "@boxes", which is no relation that the check needs',
      'bad example "forgotten": old has evidence at "@boxes", which is no relation that the check needs',
    ],
  ],
  [
    'throws',
    withRun(() => {
      throw new Error('oh');
    }),
    [
      'good example "closed": failed: Error: oh',
      'good example "open and kept": failed: Error: oh',
      'bad example "open": failed: Error: oh',
      'bad example "forgotten": failed: Error: oh',
      'message open is reported by no bad example',
      'message old is reported by no bad example',
    ],
  ],
  [
    'writes to the config',
    broken({
      examples: { good: [firstGood], bad },
      run: (context) => {
        if (context.config.Policy?.Open === false) Object.assign(context.config, { Name: '' });
        runOpen(context);
      },
    }),
    [expect.stringMatching(/^good example "closed": failed: TypeError: Cannot assign to read only property/)],
  ],
  [
    'does not say when its answer changes',
    withRun((context) => runOpen({ ...context, lookAgainAt: () => {} })),
    [
      'good example "closed": the answer changes within 7862400000 ms without lookAgainAt having named a moment before',
      'good example "open and kept": the answer changes within 7862400000 ms without lookAgainAt having named a moment before',
      'bad example "open": the answer changes within 7862400000 ms without lookAgainAt having named a moment before',
    ],
  ],
];

describe('checkProblems names the fault of a check that', () => {
  it.each(cases)('%s', (_name, check, problems) => {
    expect(checkProblems(check)).toEqual(problems);
  });

  it('depends on more than its input', () => {
    expect(checkProblems(twoRuns())).toContain(
      'bad example "open": two runs differ: a check depends on nothing but its input',
    );
  });

  it('has a score out of range', () => {
    expect(checkProblems(broken({ score: 11 }))).toContain('score 11 is no whole number from 0 to 10');
  });

  it('has an example that is no JSON', () => {
    const config = { ...firstGood.config, Policy: { Open: false, Since: Number.NaN } };
    const check = broken({
      examples: { good: [{ ...firstGood, config }], bad },
      run: (context) => {
        if (context.config.Policy?.['Since'] === null)
          context.report('old', { subject: {}, evidence: [{ path: '/Id', value: 'b1' }] });
        runOpen(context);
      },
    });
    expect(checkProblems(check)).toEqual([
      'good example "closed": the result differs after the config went through JSON: use plain JSON',
    ]);
  });
});
