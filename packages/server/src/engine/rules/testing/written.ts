/** Rules as tests write them: on the fake widget, with what a test is about in place of the ordinary. */
import { readRules } from '../read-rules.ts';
import type { Rule } from '../rule-schema.ts';

/** The text of a rule that reports every open port of a widget; keys that are undefined are left out. */
export function ruleText(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    id: 'custom.open-port',
    technology: 'fake.widget',
    title: 'Open port',
    why: 'Anybody may come in.',
    fix: 'Close it.',
    score: 6,
    category: 'internet-accessible',
    when: 'it.Source == "0.0.0.0/0"',
    each: 'config.Rules',
    messages: { open: 'Port {port} is open' },
    subject: { port: 'it.Port' },
    examples: {
      good: [{ name: 'closed', config: { Rules: [] } }],
      bad: [
        {
          name: 'open',
          config: { Rules: [{ Port: 22, Source: '0.0.0.0/0' }] },
          reports: [{ subject: { port: 22 } }],
        },
      ],
    },
    ...more,
  });
}

/** The rule itself. */
export function writtenRule(more: Readonly<Record<string, unknown>> = {}): Rule {
  const { rules, problems } = readRules('checks/test.yaml', ruleText(more));
  const [placed] = rules;
  if (placed === undefined)
    throw new Error(`the rule is wrong: ${problems.map(({ problem }) => problem).join()}`);
  return placed.rule;
}

/** Nested comprehensions over a list of ten: ten to the power of fourteen steps. */
export const endless = Array.from({ length: 14 }, (_, depth) => `n${depth}`).reduceRight(
  (inner, name) => `[0,1,2,3,4,5,6,7,8,9].exists(${name}, ${inner})`,
  'false',
);
