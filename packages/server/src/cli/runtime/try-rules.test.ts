/** Examples that do not end are stopped, and the rules after them are run all the same. */
import { expect, it } from 'vitest';
import { endless, writtenRule } from '../../engine/rules/testing/written.ts';
import { tryRules } from './try-rules.ts';

const modules = [new URL('../../engine/audit/testing/faulty-plugin.ts', import.meta.url).href];

const rule = (id: string, when: string) =>
  writtenRule({
    id,
    technology: 'faulty.thing',
    each: undefined,
    when,
    subject: {},
    evidence: ['/Name'],
    messages: { bad: 'It is bad' },
    examples: {
      good: [{ name: 'good', config: { Name: 'good' } }],
      bad: [{ name: 'bad', config: { Name: 'bad' } }],
    },
  });

it('each rule has its own result', async () => {
  const rules = [
    rule('custom.first', 'config.Name == "bad"'),
    rule('custom.endless', endless),
    rule('custom.wrong', 'false'),
    rule('custom.last', 'config.Name == "bad"'),
  ];
  expect(await tryRules({ modules, rules }, { deadline: 10_000 })).toEqual([
    [],
    ['its examples took longer than 10 s: write expressions that look at less'],
    ['bad example "bad": does not report bad {} with score 6', 'message bad is reported by no bad example'],
    [],
  ]);
});
