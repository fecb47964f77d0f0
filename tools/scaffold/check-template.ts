/** The file of a new check: it runs and passes its tests as it is, on a key of its own that the author replaces. */
import type { JsonObject } from '@security-monkey/sdk';
import { camelCase, sentence, type UnitName } from './names.ts';

/** `example` is a config that the watcher's schema accepts. */
export function checkTemplate(
  { provider, technology, rule = '' }: UnitName,
  watcher: { readonly export: string; readonly example: JsonObject },
): string {
  const example = (value: string): string => JSON.stringify({ ...watcher.example, Replace: value });
  return `/** ${sentence(rule)}: say here in one line what is wrong with such an item. */
import { defineCheck } from '@security-monkey/sdk';
import { ${watcher.export} } from '../watcher.ts';

export const ${camelCase(rule)} = defineCheck({
  id: '${provider}.${technology}.${rule}',
  watcher: ${watcher.export},
  version: 1,
  score: 1,
  category: 'recommendation',
  title: '${sentence(rule)}',
  why: 'Say why it matters, in a sentence or two.',
  fix: 'Say what to do about it.',
  links: ['${provider === 'aws' ? 'https://docs.aws.amazon.com/' : 'https://example.com/'}'],
  frameworks: {},
  messages: { found: 'Replace is {value}' },
  examples: {
    good: [{ name: 'the near miss that is fine', config: ${example('good')} }],
    bad: [
      {
        name: 'the case that is not',
        config: ${example('bad')},
        reports: [{ message: 'found', subject: { value: 'bad' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    const value = config['Replace'];
    if (value !== 'bad') return;
    report('found', { subject: { value }, evidence: [{ path: '/Replace', value }] });
  },
});
`;
}
