/** The alerters that tell people: how they are addressed, what they are set to, and what they tell of. */
import type { MessageAlerter } from '@security-monkey/sdk';
import { keyTable } from './key-table.ts';
import { code, codes, page } from './markdown.ts';

export function alerterPage(alerters: readonly MessageAlerter[]): string {
  return page(
    '# Alerters',
    'People subscribe to these by `security-monkey subscription add`. Their options come from the [configuration](configuration.md).',
    ...alerters.map(section),
  );
}

function section({ id, title, address, on, options }: MessageAlerter): string {
  return page(
    `## ${title} (${code(id)})`,
    `${address.label}, such as ${code(address.example)}.`,
    keyTable(options),
    `It tells of ${codes(on)}.`,
  ).trimEnd();
}
